import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as runMigrations } from "drizzle-orm/node-postgres/migrator";
import type pg from "pg";
import { connectAlone } from "./connection.ts";

/** Any number, as long as every instance asks for the same one. */
export const migrationLock = 7_210_301;
const roles = ["zhixing_play", "zhixing_judge", "zhixing_desk"];

/**
 * Brings the database to this build's schema: roles, migrations, grants. Instances that start together wait for each other. Throws
 * a sentence with the SQL to run where the database's user may not do it itself. `first` stops after so many migrations, without
 * grants: room for a backup that an earlier build wrote.
 */
export async function migrate(url: string, options: { first?: number } = {}): Promise<void> {
  const client = await connectAlone(url, "zhixing-migrate");
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await client.query("set lock_timeout = '10s'");
    for (const role of roles) await makeRole(client, role);
    const folder = join(import.meta.dirname, "migrations");
    if (options.first !== undefined) return await runFirst(client, folder, options.first);
    await withRights(client, () => runMigrations(drizzle(client), { migrationsFolder: folder }));
    const grants = join(import.meta.dirname, "grants.sql");
    if (existsSync(grants)) await client.query(readFileSync(grants, "utf8"));
  } finally {
    await client.end();
  }
}

/** The migrator runs whatever a folder's journal lists: it gets a folder with a shorter journal. */
async function runFirst(client: pg.Client, folder: string, count: number): Promise<void> {
  const shorter = mkdtempSync(join(tmpdir(), "zhixing-migrations-"));
  try {
    cpSync(folder, shorter, { recursive: true });
    const journal = join(shorter, "meta", "_journal.json");
    const listed = JSON.parse(readFileSync(journal, "utf8")) as { entries: unknown[] };
    writeFileSync(journal, JSON.stringify({ ...listed, entries: listed.entries.slice(0, count) }));
    await withRights(client, () => runMigrations(drizzle(client), { migrationsFolder: shorter }));
  } finally {
    rmSync(shorter, { recursive: true });
  }
}

/** The pools sign in as the database's user and become one of these roles: it must exist, and we must be allowed to. */
async function makeRole(client: pg.Client, role: string): Promise<void> {
  try {
    await client.query(`do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end $$`);
    if (!(await mayBecome(client, role))) await client.query(`grant ${role} to current_user`);
  } catch (cause) {
    if (await mayBecome(client, role)) return;
    throw new Error(await adviceOf(client), { cause });
  }
}

async function mayBecome(client: pg.Client, role: string): Promise<boolean> {
  const right = await client.query<{ version: number }>("select current_setting('server_version_num')::int as version");
  const membership = (right.rows[0]?.version ?? 0) >= 160_000 ? "SET" : "MEMBER";
  const found = await client.query<{ may: boolean }>("select pg_has_role(current_user, oid, $2) as may from pg_roles where rolname = $1", [
    role,
    membership,
  ]);
  return found.rows[0]?.may ?? false;
}

async function adviceOf(client: pg.Client): Promise<string> {
  const found = await client.query<{ name: string }>("select quote_ident(current_user) as name");
  const name = found.rows[0]?.name ?? "the application's user";
  const statements = roles.flatMap((role) => [`  CREATE ROLE ${role} NOLOGIN;`, `  GRANT ${role} TO ${name};`]);
  return ["The database's user may not create roles. Let an administrator run once (skipping what exists):", ...statements].join("\n");
}

async function withRights(client: pg.Client, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const cause = (error as { cause?: unknown }).cause ?? error;
    if ((cause as { code?: string }).code !== "42501") throw error;
    const found = await client.query<{ name: string; database: string }>(
      "select quote_ident(current_user) as name, quote_ident(current_database()) as database",
    );
    const { name, database } = found.rows[0] ?? {};
    const statement = `ALTER DATABASE ${database} OWNER TO ${name};`;
    throw new Error(`The database's user may not create tables. Let an administrator run:\n  ${statement}`, { cause: error });
  }
}
