import { createReadStream } from "node:fs";
import { type Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { type Manifest, manifestName, measure, parseManifest, type TableCopy } from "./manifest.ts";
import { readTarIndex, type TarEntry } from "./tar-file.ts";

export type Backup = { path: string; manifest: Manifest; entries: Map<string, TarEntry> };

/** Opens a backup and its manifest. Throws when the file is damaged or a table is missing from it. */
export async function readBackup(path: string): Promise<Backup> {
  const entries = new Map((await readTarIndex(path)).map((entry) => [entry.name, entry]));
  const head = entries.get(manifestName);
  if (!head) throw new Error(`${path} has no ${manifestName}: no backup of ours.`);
  const text = await readFileSlice(path, head);
  const manifest = parseManifest(text, path);
  const missing = manifest.tables.filter(({ file }) => !entries.has(file)).map(({ name }) => name);
  if (missing.length > 0) throw new Error(`${path} lacks the tables ${missing.join(", ")}.`);
  return { path, manifest, entries };
}

/** Pours one table into `into`; throws unless its count, size and SHA-256 are what the manifest says. */
export async function pourTable(backup: Backup, table: TableCopy, into: Writable): Promise<void> {
  const meter = measure();
  await pipeline(openEntry(backup, table.file), createGunzip(), meter.stream, into);
  const { rows, bytes, sha256 } = meter.result();
  if (rows !== table.rows || bytes !== table.bytes || sha256 !== table.sha256)
    throw new Error(`${backup.path} is damaged: the table ${table.name} is not what was written.`);
}

/** Reads a whole backup and compares every table with the manifest, without a database. */
export async function verifyBackup(path: string): Promise<Manifest> {
  const backup = await readBackup(path);
  for (const table of backup.manifest.tables) await pourTable(backup, table, new Writable({ write: (_chunk, _encoding, done) => done() }));
  return backup.manifest;
}

function openEntry({ path, entries }: Backup, name: string): Readable {
  const entry = entries.get(name);
  if (!entry) throw new Error(`${path} lacks ${name}.`);
  return createReadStream(path, { start: entry.offset, end: entry.offset + entry.size - 1 });
}

async function readFileSlice(path: string, entry: TarEntry): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path, { start: entry.offset, end: entry.offset + entry.size - 1 }))
    chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
