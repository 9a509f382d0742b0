import { type CopySession, withCopySession } from "#db/copy.ts";
import { migrationLock } from "#db/migrate.ts";
import { columnsOf, listMigrations, listTables, type Migration, quoted } from "./catalogue.ts";
import type { Manifest } from "./manifest.ts";
import { type Backup, pourTable, readBackup } from "./read-backup.ts";

/**
 * Puts a backup into a database at the same schema version, all of it or nothing (one transaction), every table compared with its
 * SHA-256 on the way in and every foreign key checked. Throws when the database holds rows, unless `replace` (they are lost).
 */
export async function restoreBackup(url: string, path: string, options: { replace?: boolean } = {}): Promise<Manifest> {
  const backup = await readBackup(path);
  await withCopySession(url, "isolation level read committed", async (session) => {
    await session.query("set local lock_timeout = '10s'");
    await claim(session);
    await compareSchema(session, backup);
    const guards = await lowerGuards(session);
    await makeRoom(session, options.replace ?? false);
    for (const table of backup.manifest.tables)
      await session.copyIn(`copy ${columnsOf(table)} from stdin`, (into) => pourTable(backup, table, into));
    await session.query("set constraints all immediate");
    for (const statement of guards) await session.query(statement);
    for (const { name, lastValue, isCalled } of backup.manifest.sequences) {
      await session.query(`select setval('public.${quoted(name)}', $1::text::bigint, $2)`, [lastValue, isCalled]);
    }
    await compareCounts(session, backup.manifest);
  });
  return backup.manifest;
}

async function claim(session: CopySession): Promise<void> {
  const [lock] = await session.query<{ free: boolean }>(`select pg_try_advisory_xact_lock(${migrationLock}) as free`);
  if (!lock?.free) throw new Error("The database is being migrated or backed up; try again when that is done.");
}

async function compareSchema(session: CopySession, { path, manifest }: Backup): Promise<void> {
  const here = await listMigrations(session);
  if (here.map(({ hash }) => hash).join() !== manifest.migrations.map(({ hash }) => hash).join()) {
    throw new Error(
      `${path} was written at another schema version (${versionOf(manifest.migrations)}) than this database's (${versionOf(here)}). Restore it with the build that wrote it.`,
    );
  }
  const shape = (tables: Array<{ name: string; columns: string[] }>): string =>
    tables
      .map(({ name, columns }) => `${name}(${columns.toSorted().join()})`)
      .toSorted()
      .join();
  if (shape(await listTables(session)) !== shape(manifest.tables))
    throw new Error(`${path} and this database do not have the same tables.`);
}

function versionOf(migrations: Migration[]): string {
  return `${migrations.length} migrations, the last ${migrations.at(-1)?.hash.slice(0, 8) ?? "none"}`;
}

/** Tables that the migrations fill themselves: with nothing in any other, a database is as it was made. */
const FILLED_BY_MIGRATIONS = new Set(["meeting_kinds"]);

async function makeRoom(session: CopySession, replace: boolean): Promise<void> {
  const tables = await listTables(session);
  const full: string[] = [];
  for (const { name } of tables) {
    const [found] = await session.query<{ filled: boolean }>(`select exists (select from public.${quoted(name)}) as filled`);
    if (found?.filled) full.push(name);
  }
  const theirs = full.filter((name) => !FILLED_BY_MIGRATIONS.has(name));
  if (theirs.length > 0 && !replace)
    throw new Error(
      `The database is not empty (${theirs.slice(0, 5).join(", ")}${theirs.length > 5 ? ", …" : ""}). Restore into an empty one, or say --replace to lose what it holds.`,
    );
  await session.query(`truncate ${tables.map(({ name }) => `public.${quoted(name)}`).join(", ")}`);
}

/**
 * Rows come in as they were, in any order: triggers that derive or forbid stand aside, and foreign keys wait for the end, as
 * tables may refer to each other in a circle. Returns what puts all of it back. Any owner of the tables may do this.
 */
async function lowerGuards(session: CopySession): Promise<string[]> {
  const triggers = await session.query<{ table: string; name: string }>(`
    select t.tgrelid::regclass::text as table, t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and t.tgenabled = 'O' and c.relnamespace = 'public'::regnamespace`);
  const keys = await session.query<{ table: string; name: string }>(`
    select conrelid::regclass::text as table, conname as name from pg_constraint
    where contype = 'f' and not condeferrable and conparentid = 0 and connamespace = 'public'::regnamespace`);
  for (const { table, name } of triggers) await session.query(`alter table ${table} disable trigger ${quoted(name)}`);
  for (const { table, name } of keys)
    await session.query(`alter table ${table} alter constraint ${quoted(name)} deferrable initially deferred`);
  await session.query("set constraints all deferred");
  return [
    ...keys.map(({ table, name }) => `alter table ${table} alter constraint ${quoted(name)} not deferrable`),
    ...triggers.map(({ table, name }) => `alter table ${table} enable trigger ${quoted(name)}`),
  ];
}

async function compareCounts(session: CopySession, manifest: Manifest): Promise<void> {
  for (const { name, rows } of manifest.tables) {
    const [found] = await session.query<{ rows: number }>(`select count(*)::int as rows from public.${quoted(name)}`);
    if (found?.rows !== rows)
      throw new Error(`The table ${name} holds ${found?.rows ?? 0} rows after the restore, not ${rows}. Nothing was changed.`);
  }
}
