import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "#db/embedded/start-embedded.ts";
import { migrate } from "#db/migrate.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** URL of the template database; its name is replaced by each file's own. */
    template: string;
  }
}

const DIRECTORY = join(process.cwd(), ".cache", "tests");

/** A name that changes with the schema, so that a template is made once per schema and used by every run. */
function templateName(): string {
  const folder = join(process.cwd(), "db", "migrations");
  const hash = createHash("sha256");
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort())
    hash.update(readFileSync(join(folder, file)));
  hash.update(readFileSync(join(process.cwd(), "db", "grants.sql")));
  return `template_${hash.digest("hex").slice(0, 16)}`;
}

/** A real PostgreSQL for the tests, kept between runs; the template database holds the migrated, empty schema. */
export default async function setup(project: TestProject): Promise<void> {
  const server = await startEmbedded({ dataDir: DIRECTORY });
  const name = templateName();
  const url = new URL(server.url);
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query("select pg_advisory_lock(77)");
  const { rows } = await admin.query("select 1 from pg_database where datname = $1", [name]);
  url.pathname = `/${name}`;
  if (rows.length === 0) {
    const making = new URL(url);
    making.pathname = `/${name}_making`;
    await admin.query(`drop database if exists ${name}_making with (force)`);
    await admin.query(`create database ${name}_making`);
    await migrate(making.href);
    await admin.query(`alter database ${name}_making rename to ${name}`);
  }
  const stale = await admin.query<{ datname: string }>(
    "select datname from pg_database where datname like 'own\\_%' and (pg_stat_file('base/' || oid || '/PG_VERSION')).modification < now() - interval '2 hours'",
  );
  for (const { datname } of stale.rows) await admin.query(`drop database if exists ${datname} with (force)`);
  await admin.end();
  project.provide("template", url.href);
}
