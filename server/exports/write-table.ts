import writeXlsxFile from "write-excel-file/node";
import { neutralText } from "./neutral-cell.ts";

/** Moments are written as text by the caller, in the reader's zone. */
export type ExportCell = string | number | null;

const UNWRITABLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const UNNAMEABLE = /[\\/?*[\]:]/gu;
const SHEET_NAME_CHARS = 31;
const MAX_WIDTH = 40;

/** An .xlsx with a bold header that stays in view. Text stays text (leading zeros, long numbers), numbers are numbers. */
export async function writeXlsx(sheet: string, header: readonly string[], rows: readonly (readonly ExportCell[])[]): Promise<Buffer> {
  const data = [
    header.map((name) => ({ value: textOf(name), type: String, fontWeight: "bold" as const })),
    ...rows.map((row) =>
      row.map((cell) => (typeof cell === "number" ? { value: cell, type: Number } : { value: textOf(cell), type: String })),
    ),
  ];
  const columns = header.map((name, at) => ({ width: widthOf([name, ...rows.slice(0, 200).map((row) => row[at] ?? "")]) }));
  const name = sheet.replaceAll(UNNAMEABLE, " ").trim().slice(0, SHEET_NAME_CHARS) || "Sheet1";
  return writeXlsxFile(data, { sheet: name, stickyRowsCount: 1, columns }).toBuffer();
}

/** RFC 4180 with a BOM, so that Excel reads it as UTF-8. */
export function writeCsv(header: readonly string[], rows: readonly (readonly ExportCell[])[]): Buffer {
  const records = [header, ...rows].map((row) => row.map(csvCell).join(","));
  return Buffer.from(`\uFEFF${records.join("\r\n")}\r\n`, "utf8");
}

function csvCell(cell: ExportCell): string {
  const text = typeof cell === "number" ? String(cell) : textOf(cell);
  return /[",;\t\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function textOf(cell: string | null): string {
  return neutralText((cell ?? "").replaceAll(UNWRITABLE, ""));
}

/** Chinese takes two places where Latin takes one. */
function widthOf(cells: readonly ExportCell[]): number {
  const widths = cells.map((cell) => [...String(cell ?? "")].reduce((sum, char) => sum + (char > "\u00FF" ? 2 : 1), 2));
  return Math.min(MAX_WIDTH, Math.max(8, ...widths));
}
