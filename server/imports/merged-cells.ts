import { inflateRawSync } from "node:zlib";
import { TABLE_LIMITS } from "./table.ts";
import { type ZipEntry, zipEntriesOf } from "./zip-entries.ts";

/** Cells of one column that a sheet shows as one: only the first of them, in row `from`, holds what it says. */
export type MergedCells = { column: number; from: number; to: number };

const MOST_AREAS = 20_000;

function contentOf(bytes: Uint8Array, entry: ZipEntry | undefined): Buffer {
  if (!entry) return Buffer.alloc(0);
  const packed = bytes.subarray(entry.start, entry.start + entry.packed);
  return entry.stored ? Buffer.from(packed) : inflateRawSync(packed, { maxOutputLength: TABLE_LIMITS.inflatedBytes });
}

const attributeOf = (tag: string, name: string) => new RegExp(`\\s${name}\\s*=\\s*"([^"]*)"`, "u").exec(tag)?.[1] ?? "";

/** The part that holds the sheet at this place of the workbook. */
function partOfSheet(bytes: Uint8Array, entries: readonly ZipEntry[], at: number): ZipEntry | undefined {
  const named = (name: string) => entries.find((entry) => entry.name === name);
  const sheets =
    contentOf(bytes, named("xl/workbook.xml"))
      .toString("utf8")
      .match(/<sheet\s[^>]*>/gu) ?? [];
  const id = attributeOf(sheets[at] ?? "", "r:id");
  const links =
    contentOf(bytes, named("xl/_rels/workbook.xml.rels"))
      .toString("utf8")
      .match(/<Relationship\s[^>]*>/gu) ?? [];
  const target = attributeOf(links.find((link) => attributeOf(link, "Id") === id) ?? "", "Target");
  return named(target.startsWith("/") ? target.slice(1) : `xl/${target}`);
}

const columnOf = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Cells merged downwards in the sheet at this place of a workbook that inspectZip has let pass. */
export function mergedCellsOf(bytes: Uint8Array, at: number): MergedCells[] {
  const content = contentOf(bytes, partOfSheet(bytes, zipEntriesOf(bytes), at));
  const tail = content.subarray(Math.max(0, content.lastIndexOf("</sheetData>"))).toString("utf8");
  const areas = [...tail.matchAll(/<mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/gu)].slice(0, MOST_AREAS);
  return areas
    .map(([, letters = "", from, to]) => ({ column: columnOf(letters), from: Number(from), to: Number(to) }))
    .filter(({ from, to }) => to > from);
}
