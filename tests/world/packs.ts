import { createWriteStream } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { buildEvidenceJob } from "#server/evidence/build-evidence-job.ts";
import { downloadEvidence } from "#server/evidence/download-evidence.ts";
import { listEvidence } from "#server/evidence/list-evidence.ts";
import { makeEvidence } from "#server/evidence/make-evidence.ts";
import { manifestOf } from "#server/evidence/manifest.ts";
import { bytesOf, openPack } from "#server/evidence/open-pack.ts";
import { runNextJob } from "#server/jobs/run-jobs.ts";
import { ZipFile } from "#server/printing/write-zip.ts";
import { told } from "./tell.ts";

const OTHER_JOBS = { statistics: async () => null, "find-flags": async () => null };

/** Has the evidence pack of a contest made, and downloads it into a folder. */
export async function packOf(slug: string, organizer: number, folder: string, now: Date): Promise<string> {
  const list = async () => (await told(listEvidence, organizer, { slug }, now)).packs;
  const before = (await list()).length;
  await told(makeEvidence, organizer, { slug }, now);
  while ((await list()).length === before) await runNextJob(() => now, { "build-evidence": buildEvidenceJob, ...OTHER_JOBS });
  const newest = (await list()).toSorted((a, b) => b.id - a.id)[0];
  const { parts } = await told(downloadEvidence, organizer, { slug, id: newest?.id }, now);
  const path = join(folder, `pack-${newest?.id}.zip`);
  await pipeline(Readable.from(parts), createWriteStream(path));
  return path;
}

/** The words of a file of a pack. */
export async function textIn(path: string, name: string): Promise<string> {
  const pack = await openPack(path);
  const file = pack.files.find((one) => one.name === name);
  if (!file) throw new Error(name);
  const chunks: Buffer[] = [];
  for await (const chunk of bytesOf(pack, file)) chunks.push(chunk);
  await pack.handle.close();
  return Buffer.concat(chunks).toString("utf8");
}

export const rowsIn = async (path: string, name: string) =>
  (await textIn(path, name))
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** The pack with one byte changed. */
export async function flipped(path: string, folder: string, at: number): Promise<string> {
  const bytes = await readFile(path);
  bytes[at] = (bytes[at] ?? 0) ^ 0x01;
  const other = join(folder, "flipped.zip");
  await writeFile(other, bytes);
  return other;
}

export type Rewrite = (name: string, text: string) => string | null;
type Rebuilt = Readonly<{ more?: Readonly<Record<string, string>>; fits?: boolean }>;

/** The pack taken apart and put together by somebody who knows how, with a manifest that fits. */
export async function rebuilt(path: string, folder: string, change: Rewrite, { more = {}, fits = true }: Rebuilt = {}): Promise<string> {
  const pack = await openPack(path);
  const names = pack.files.map(({ name }) => name);
  await pack.handle.close();
  const other = join(folder, "rebuilt.zip");
  const zip = new ZipFile(other);
  for (const name of names) {
    const changed = name === "manifest.json" ? null : change(name, await textIn(path, name));
    if (changed !== null) await zip.add(name, changed);
  }
  for (const [name, text] of Object.entries(more)) await zip.add(name, text);
  const manifestText = await textIn(path, "manifest.json");
  const { contest, madeAt } = JSON.parse(manifestText);
  await zip.add("manifest.json", fits ? manifestOf({ contest, madeAt, files: [...(await zip.listed())] }).text : manifestText, true);
  await zip.finish();
  return other;
}
