import { createHash } from "node:crypto";
import { MANIFEST_NAME, type Manifest, readManifest } from "./manifest.ts";
import { bytesOf, type Damage, DIRECTORY, openPack, type Pack, type PackedFile, packedBytes } from "./open-pack.ts";
import { recheckBoards } from "./recheck-boards.ts";

const LARGEST_MANIFEST = 16_000_000;

/** What was found out about a pack. `problems` names every file that is not as it was written; empty: it is whole. */
export type PackReport = Readonly<{ manifest: Manifest | null; files: number; boards: number; problems: readonly Damage[] }>;

async function hashOf(bytes: AsyncIterable<Buffer>): Promise<{ sha256: string; size: number }> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of bytes) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { sha256: hash.digest("hex"), size };
}

async function manifestIn(pack: Pack): Promise<Manifest | null> {
  const file = pack.files.find(({ name }) => name === MANIFEST_NAME);
  if (!file || file.packed > LARGEST_MANIFEST) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of packedBytes(pack, file)) chunks.push(chunk);
  return file.stored ? readManifest(Buffer.concat(chunks).toString("utf8")) : null;
}

/** Why a file is not what the manifest says it was, or null. */
async function whyNot(pack: Pack, file: PackedFile, told: Manifest["files"][number]): Promise<string | null> {
  try {
    const { sha256, size } = await hashOf(bytesOf(pack, file));
    if (sha256 !== told.sha256 || size !== told.size) return "changed";
    // The same words packed in other bytes: somebody took the pack apart and put it together again.
    return (await hashOf(packedBytes(pack, file))).sha256 === told.packedSha256 ? null : "packed-otherwise";
  } catch {
    return "changed"; // it does not unpack any more
  }
}

async function compare(pack: Pack, manifest: Manifest): Promise<Damage[]> {
  const found: Damage[] = [];
  const told = new Map(manifest.files.map((file) => [file.name, file]));
  for (const file of pack.files) {
    const one = told.get(file.name);
    const why = file.name === MANIFEST_NAME ? null : one ? await whyNot(pack, file, one) : "extra";
    if (why) found.push({ name: file.name, why });
  }
  const present = new Set(pack.files.map(({ name }) => name));
  const missing = manifest.files.filter(({ name }) => !present.has(name));
  return [...found, ...missing.map(({ name }) => ({ name, why: "missing" }))];
}

/**
 * Checks a pack without any database: the container byte for byte, the manifest against its root, every file against the manifest, and
 * then whether the boards follow from the standings. With `root`, also whether it is the very pack that the house knows.
 */
export async function checkPack(path: string, root?: string): Promise<PackReport> {
  const pack = await openPack(path);
  try {
    const problems: Damage[] = [...pack.damages];
    const manifest = await manifestIn(pack);
    if (!manifest)
      return { manifest, files: pack.files.length, boards: 0, problems: [...problems, { name: MANIFEST_NAME, why: "changed" }] };
    problems.push(...(await compare(pack, manifest)));
    if (root !== undefined && root !== manifest.root) problems.push({ name: MANIFEST_NAME, why: "other-root" });
    if (new Set(pack.files.map(({ name }) => name)).size < pack.files.length) problems.push({ name: DIRECTORY, why: "twice" });
    const rechecked = problems.length > 0 ? { boards: 0, problems: [] } : await recheckBoards(pack);
    return { manifest, files: pack.files.length, boards: rechecked.boards, problems: [...problems, ...rechecked.problems] };
  } finally {
    await pack.handle.close();
  }
}
