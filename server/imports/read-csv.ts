import Papa from "papaparse";
import { Refusal } from "#domain/refusal.ts";
import { decodeBytes } from "./decode-bytes.ts";
import { TABLE_LIMITS, type Table } from "./table.ts";
import { tableOfRows } from "./table-of-rows.ts";

/**
 * A CSV, or text with tabs or semicolons between cells. A damaged file is refused, not guessed at: names are at stake.
 * Refuses what decodeBytes and tableOfRows refuse, `file-damaged` (line), `quote-unclosed` (row), `file-not-a-table`.
 */
export function readCsv(bytes: Uint8Array, sheet: string): Table {
  const { text, lost } = decodeBytes(bytes);
  if (lost > 0) throw new Refusal("file-encoding-unknown", { line: text.slice(0, text.indexOf("\uFFFD")).split("\n").length });
  if (/^\s*<(?:!doctype|html|table|\?xml)/iu.test(text)) throw new Refusal("file-not-a-table");
  const quoted = Papa.parse<string[]>(text.replace(/^\uFEFF/u, ""), {
    delimitersToGuess: [",", "\t", ";"],
    preview: 4 * TABLE_LIMITS.rows,
  });
  const broken = quoted.errors.find(({ type }) => type === "Quotes");
  if (broken) throw new Refusal("quote-unclosed", { row: (broken.row ?? 0) + 1 });
  return tableOfRows(sheet, quoted.data);
}
