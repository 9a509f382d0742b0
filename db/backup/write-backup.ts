import { createWriteStream } from "node:fs";
import { access, mkdir, open, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type CopySession, withCopySession } from "#db/copy.ts";
import { migrationLock } from "#db/migrate.ts";
import { listMigrations, listSequences, listTables, quoted, type Table } from "./catalogue.ts";
import { format, type Manifest, manifestName, measure, type TableCopy } from "./manifest.ts";
import { writeTar } from "./tar-file.ts";

/**
 * Copies every table as of one instant (one REPEATABLE READ transaction; nobody waits for it) into one new file, a tar of gzipped
 * COPY texts and a manifest of counts and SHA-256. It appears under its name only when complete. Throws when the file exists.
 */
export async function writeBackup(url: string, path: string, now: Date = new Date()): Promise<Manifest> {
  const target = resolve(path);
  if (await exists(target)) throw new Error(`${target} exists already; a backup is never overwritten.`);
  const work = `${target}.partial`;
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true, mode: 0o700 });
  try {
    const manifest = await withCopySession(url, "isolation level repeatable read read only", (session) => copyAll(session, work, now));
    await writeFile(join(work, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
    const names = [manifestName, ...manifest.tables.map(({ file }) => file)];
    const entries = await Promise.all(
      names.map(async (name) => ({ name, from: join(work, name), size: (await stat(join(work, name))).size })),
    );
    await writeTar(join(work, "backup.tar"), entries, now);
    await rename(join(work, "backup.tar"), target);
    await syncFolder(dirname(target));
    return manifest;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function copyAll(session: CopySession, work: string, now: Date): Promise<Manifest> {
  // The snapshot is taken here: a migration that rewrites tables meanwhile would leave them empty to it.
  const [lock] = await session.query<{ free: boolean; version: string }>(
    `select pg_try_advisory_xact_lock_shared(${migrationLock}) as free, current_setting('server_version') as version`,
  );
  if (!lock?.free) throw new Error("The database is being migrated; try again when that is done.");
  await session.query("set local row_security = off"); // rather an error than a table with rows left out
  const migrations = await listMigrations(session);
  if (migrations.length === 0) throw new Error("This database holds no Zhixing tables.");
  const tables: TableCopy[] = [];
  for (const table of await listTables(session)) tables.push(await copyTable(session, table, work));
  return { format, createdAt: now.toISOString(), serverVersion: lock.version, migrations, tables, sequences: await listSequences(session) };
}

async function copyTable(session: CopySession, table: Table, work: string): Promise<TableCopy> {
  const file = `${table.name}.copy.gz`;
  const meter = measure();
  const order = table.key.length > 0 ? ` order by ${table.key.map(quoted).join(", ")}` : "";
  const rows = await session.copyOut(
    `copy (select ${table.columns.map(quoted).join(", ")} from public.${quoted(table.name)}${order}) to stdout`,
  );
  await pipeline(rows, meter.stream, createGzip(), createWriteStream(join(work, file), { mode: 0o600 }));
  return { ...table, file, ...meter.result() };
}

/** The name itself must survive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync();
  await handle.close();
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
