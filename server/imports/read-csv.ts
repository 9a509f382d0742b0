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
    delimiter: delimiterOf(text),
    preview: 4 * TABLE_LIMITS.rows,
  });
  const broken = quoted.errors.find(({ type }) => type === "Quotes");
  if (broken) throw new Refusal("quote-unclosed", { row: (broken.row ?? 0) + 1 });
  return tableOfRows(sheet, quoted.data);
}

/** What the first line with a separator in it is separated by; guessing from every line lets a comma in a name win. */
function delimiterOf(text: string): string {
  const line = /^.*[,\t;].*$/mu.exec(text.slice(0, 100_000))?.[0] ?? "";
  const counted = [",", "\t", ";"].map((sign) => ({ sign, count: line.replaceAll(/"[^"]*"/gu, "").split(sign).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).sign;
}
