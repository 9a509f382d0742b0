import { Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";
import { Refusal } from "#domain/refusal.ts";
import { TABLE_LIMITS } from "./table.ts";
import { type ZipEntry, zipEntriesOf } from "./zip-entries.ts";

/** Office files pack ten to sixty times; a bomb about a thousand. Small parts may pack better. */
const MAX_RATIO = 200;
const RATIO_FREE_BYTES = 1024 * 1024;

/** Where a sheet may still be drawn; blank rows between are allowed, a cell at XFD1048576 is not. */
const FURTHEST_ROW = 4 * TABLE_LIMITS.rows;
const FURTHEST_COLUMN = 4 * TABLE_LIMITS.columns;
const MAX_CELLS = 1_100_000;

const TAG = /<(?:[\w.-]+:)?(?:c|row)\s([^<>]*)>/gu;
const PLACE = /(?:^|\s)r\s*=\s*["']([A-Z]*)(\d+)["']/iu;
const LONGEST_TAG = 4_096;

/**
 * Refuses a zip that would not open safely, before any parser sees it: sizes are counted by inflating, never believed.
 * With `holdsFiles` it may hold other office files, which nobody opens.
 * `file-damaged`, `file-unsafe` (reason), `file-inflates-too-large`, `row-limit`, `column-limit`, `table-too-large`.
 */
export async function inspectZip(bytes: Uint8Array, { holdsFiles = false } = {}): Promise<string[]> {
  const entries = zipEntriesOf(bytes, holdsFiles);
  const declared = entries.reduce((sum, entry) => sum + entry.declared, 0);
  if (declared > TABLE_LIMITS.inflatedBytes) throw tooLarge();
  for (const entry of entries) refuseRatio(entry.declared, entry.packed);
  let total = 0;
  for (const entry of entries) {
    total += await inflatedSizeOf(bytes, entry);
    if (total > TABLE_LIMITS.inflatedBytes) throw tooLarge();
  }
  return entries.map(({ name }) => name);
}

async function inflatedSizeOf(bytes: Uint8Array, entry: ZipEntry): Promise<number> {
  const packed = bytes.subarray(entry.start, entry.start + entry.packed);
  const look = /\.(?:xml|rels)$/iu.test(entry.name) ? xmlInspector() : () => undefined;
  let size = 0;
  for await (const chunk of entry.stored ? [packed] : inflating(packed)) {
    size += chunk.length;
    if (size > entry.declared) throw new Refusal("file-damaged");
    refuseRatio(size, entry.packed);
    look(chunk);
  }
  return size;
}

async function* inflating(packed: Uint8Array): AsyncGenerator<Buffer> {
  try {
    yield* Readable.from([packed]).pipe(createInflateRaw({ chunkSize: 256 * 1024 }));
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("Z_")) throw new Refusal("file-damaged");
    throw error;
  }
}

function refuseRatio(inflated: number, packed: number): void {
  if (inflated > RATIO_FREE_BYTES && inflated > packed * MAX_RATIO) throw new Refusal("file-unsafe", { reason: "ratio" });
}

/** Reads XML as it is inflated: no document type, no second encoding, and no cell outside what an import may hold. */
function xmlInspector(): (chunk: Uint8Array) => void {
  let carried = "";
  let cells = 0;
  return (chunk) => {
    const text = carried + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString("latin1");
    if (text.includes("\0") || text.startsWith("\u00ff\u00fe") || text.startsWith("\u00fe\u00ff"))
      throw new Refusal("file-unsafe", { reason: "encoding" });
    if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) throw new Refusal("file-unsafe", { reason: "doctype" });
    for (const [, attributes = ""] of text.matchAll(TAG)) {
      const [, letters = "", digits = ""] = PLACE.exec(attributes) ?? [];
      if (Number(digits) > FURTHEST_ROW) throw new Refusal("row-limit", { limit: TABLE_LIMITS.rows });
      if (columnOf(letters) > FURTHEST_COLUMN) throw new Refusal("column-limit", { limit: TABLE_LIMITS.columns });
      if (++cells > MAX_CELLS) throw new Refusal("table-too-large");
    }
    const open = text.lastIndexOf("<");
    carried = open > text.lastIndexOf(">") ? text.slice(open, open + LONGEST_TAG) : "";
  };
}

function columnOf(letters: string): number {
  return letters.length > 3
    ? Number.POSITIVE_INFINITY
    : [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function tooLarge(): Refusal {
  return new Refusal("file-inflates-too-large", { limitMb: TABLE_LIMITS.inflatedBytes / 1024 / 1024 });
}
