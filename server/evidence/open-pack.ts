import { type FileHandle, open } from "node:fs/promises";
import { Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";
import type { z } from "zod";

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_HEAD = 30;
const CENTRAL_HEAD = 46;
const END_HEAD = 22;
/** What stands for the list at the end of a zip, which is no file of its own. */
export const DIRECTORY = "(zip)";

export type PackedFile = Readonly<{ name: string; start: number; packed: number; size: number; stored: boolean }>;
export type Damage = Readonly<{ name: string; why: string }>;
export type Pack = Readonly<{ handle: FileHandle; files: readonly PackedFile[]; damages: readonly Damage[] }>;

async function readAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(Math.max(0, length));
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, at);
  return bytes.subarray(0, bytesRead);
}

/** What stands both before a file and in the list: versions, day, method, checksum, sizes, lengths. */
const commonOf = (head: Buffer, from: number) => head.subarray(from, from + 26);

type Listed = PackedFile & { head: Buffer; at: number };

function listedAt(list: Buffer, at: number): Listed | null {
  if (at + CENTRAL_HEAD > list.length || list.readUInt32LE(at) !== CENTRAL) return null;
  const length = list.readUInt16LE(at + 28);
  const name = list.subarray(at + CENTRAL_HEAD, at + CENTRAL_HEAD + length).toString("utf8");
  const place = list.readUInt32LE(at + 42);
  const head = list.subarray(at, at + CENTRAL_HEAD);
  return {
    ...{ name, head, at: place, start: place + LOCAL_HEAD + length },
    ...{ packed: list.readUInt32LE(at + 20), size: list.readUInt32LE(at + 24), stored: list.readUInt16LE(at + 10) === 0 },
  };
}

/** Our own writer leaves no gap, no comment and no attribute: whatever else is in the list was put there later. */
const isOurs = (head: Buffer): boolean =>
  head.readUInt16LE(4) === 20 && head.subarray(30, 42).every((byte) => byte === 0) && commonOf(head, 6).length === 26;

async function damageOf(handle: FileHandle, file: Listed, expectedAt: number): Promise<string | null> {
  if (file.at !== expectedAt) return "moved";
  if (!isOurs(file.head)) return "head";
  const local = await readAt(handle, file.at, LOCAL_HEAD + Buffer.byteLength(file.name));
  if (local.length < LOCAL_HEAD || local.readUInt32LE(0) !== LOCAL) return "head";
  if (!commonOf(local, 4).equals(commonOf(file.head, 6))) return "head";
  return local.subarray(LOCAL_HEAD).toString("utf8") === file.name ? null : "name";
}

/**
 * Opens a pack by its list, and looks at every byte of the container that is not a file's own: a byte changed in a head or in the list is
 * laid to the file it speaks of. Nothing is believed of sizes: reading stops where the file ends.
 */
export async function openPack(path: string): Promise<Pack> {
  const handle = await open(path, "r");
  const { size } = await handle.stat();
  const end = await readAt(handle, size - END_HEAD, END_HEAD);
  const files: PackedFile[] = [];
  const damages: Damage[] = [];
  if (end.length < END_HEAD || end.readUInt32LE(0) !== END) return { handle, files, damages: [{ name: DIRECTORY, why: "cut" }] };
  const [count, length, from] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)];
  const isStraight = from + length + END_HEAD === size && end.readUInt16LE(8) === count && end.readUInt32LE(4) === 0;
  if (!isStraight || end.readUInt16LE(20) !== 0) damages.push({ name: DIRECTORY, why: "list" });
  const list = await readAt(handle, from, size - END_HEAD - from);
  let reached = 0;
  for (let index = 0, at = 0; index < count; index += 1) {
    const file = listedAt(list, at);
    if (!file) {
      damages.push({ name: DIRECTORY, why: "list" });
      break;
    }
    const why = await damageOf(handle, file, reached);
    if (why) damages.push({ name: file.name, why });
    files.push(file);
    at += CENTRAL_HEAD + Buffer.byteLength(file.name);
    reached = file.start + file.packed;
  }
  return { handle, files, damages };
}

/** The packed bytes of a file, a piece at a time. */
export async function* packedBytes({ handle }: Pack, file: PackedFile): AsyncGenerator<Buffer> {
  for (let at = 0; at < file.packed; at += 65_536) yield await readAt(handle, file.start + at, Math.min(65_536, file.packed - at));
}

/** The bytes of a file as they were before they were packed. Throws when they cannot be unpacked. */
export async function* bytesOf(pack: Pack, file: PackedFile): AsyncGenerator<Buffer> {
  const packed = packedBytes(pack, file);
  if (file.stored) yield* packed;
  else yield* Readable.from(packed).pipe(createInflateRaw()) as AsyncIterable<Buffer>;
}

/** The lines of a file, one at a time. */
export async function* linesOf(pack: Pack, file: PackedFile): AsyncGenerator<string> {
  let rest = "";
  const decoder = new TextDecoder();
  for await (const bytes of bytesOf(pack, file)) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

export const filesNamed = (pack: Pack, name: string): PackedFile[] => pack.files.filter((file) => file.name === name);

/** The lines of a file, each read by a schema; none when there is no such file. */
export async function* rowsOf<T>(pack: Pack, name: string, schema: z.ZodType<T>): AsyncGenerator<T> {
  for (const file of filesNamed(pack, name)) for await (const line of linesOf(pack, file)) yield schema.parse(JSON.parse(line));
}
