import { Refusal } from "#domain/refusal.ts";
import { TABLE_LIMITS } from "./table.ts";

/** One file in a zip, by its central directory: the list readers go by. Offsets and sizes in bytes. */
export type ZipEntry = { name: string; stored: boolean; start: number; packed: number; declared: number };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const UNKNOWN = 0xffffffff;
const SYMLINK = 0xa000;

/** The entries of a zip. Refuses `file-damaged` and `file-unsafe` (reason: entries, encrypted, name, nested, link, large). */
export function zipEntriesOf(bytes: Uint8Array, holdsFiles = false): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > TABLE_LIMITS.zipEntries) throw new Refusal("file-unsafe", { reason: "entries" });
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw new Refusal("file-damaged");
    entries.push(entryAt(view, bytes, at, holdsFiles));
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (new Set(entries.map(({ name }) => name)).size !== entries.length) throw new Refusal("file-unsafe", { reason: "name" });
  return entries;
}

/** The last end record whose comment reaches exactly to the end of the file: two readers cannot see two different lists. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) !== END) continue;
    if (at + 22 + view.getUint16(at + 20, true) !== view.byteLength) throw new Refusal("file-damaged");
    return at;
  }
  throw new Refusal("file-damaged");
}

function entryAt(view: DataView, bytes: Uint8Array, at: number, holdsFiles: boolean): ZipEntry {
  const method = view.getUint16(at + 10, true);
  const packed = view.getUint32(at + 20, true);
  const declared = view.getUint32(at + 24, true);
  const local = view.getUint32(at + 42, true);
  const name = new TextDecoder("utf-8").decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
  if ((view.getUint16(at + 8, true) & 1) === 1) throw new Refusal("file-unsafe", { reason: "encrypted" });
  if ([packed, declared, local].includes(UNKNOWN)) throw new Refusal("file-unsafe", { reason: "large" });
  if (((view.getUint32(at + 38, true) >>> 16) & 0xf000) === SYMLINK) throw new Refusal("file-unsafe", { reason: "link" });
  if (method !== 0 && method !== 8) throw new Refusal("file-damaged");
  refuseName(name, holdsFiles);
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL) throw new Refusal("file-damaged");
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packed > view.byteLength) throw new Refusal("file-damaged");
  return { name, stored: method === 0, start, packed, declared };
}

function refuseName(name: string, holdsFiles: boolean): void {
  const steps = name.split(/[\\/]/u);
  if (/^(?:[\\/]|[a-z]:)/iu.test(name) || steps.includes("..") || /[\u0000-\u001f]/u.test(name) || name === "") {
    throw new Refusal("file-unsafe", { reason: "name" });
  }
  if (!holdsFiles && /\.(?:zip|xlsx|xlsm|docx|pptx|7z|rar|gz|tar|jar)$/iu.test(name))
    throw new Refusal("file-unsafe", { reason: "nested" });
}
