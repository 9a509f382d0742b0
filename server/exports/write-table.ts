import writeXlsxFile from "write-excel-file/node";
import { neutralText } from "./neutral-cell.ts";

/** Moments are written as text by the caller, in the reader's zone. */
export type ExportCell = string | number | null;

const UNWRITABLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const UNNAMEABLE = /[\\/?*[\]:]/gu;
const SHEET_NAME_CHARS = 31;
const MAX_WIDTH = 40;
/** A column of figures in a sheet that is printed: its head stands in several lines, so that a page holds many of them. */
const FIGURES_WIDTH = 9;
const HEAD_HEIGHT = 84;

/** How a sheet may be dressed beyond its header. */
export type SheetDress = Readonly<{
  /** A first line over the header: what this is, as of when. */
  about?: string;
  /** So many first columns stay in view. */
  stickyColumns?: number;
  /** A cell's ground as #RRGGBB, beside its words and never instead of them. */
  fill?: (cell: ExportCell) => string | undefined;
}>;

/** An .xlsx with a bold header that stays in view. Text stays text (leading zeros, long numbers), numbers are numbers. */
export async function writeXlsx(
  sheet: string,
  header: readonly string[],
  rows: readonly (readonly ExportCell[])[],
  { about, stickyColumns = 0, fill }: SheetDress = {},
): Promise<Buffer> {
  const data = [
    ...(about ? [[{ value: textOf(about), type: String }]] : []),
    header.map((name) => ({
      ...{ value: textOf(name), type: String, fontWeight: "bold" as const },
      ...(stickyColumns > 0 && { wrap: true, alignVertical: "top" as const, height: HEAD_HEIGHT }),
    })),
    ...rows.map((row) => row.map((cell) => dressed(cell, fill?.(cell)))),
  ];
  const columns = header.map((name, at) => {
    const cells = rows.slice(0, 200).map((row) => row[at] ?? "");
    return { width: stickyColumns > 0 ? Math.max(FIGURES_WIDTH, widthOf(cells)) : widthOf([name, ...cells]) };
  });
  const name = sheet.replaceAll(UNNAMEABLE, " ").trim().slice(0, SHEET_NAME_CHARS) || "Sheet1";
  const sticky = { stickyRowsCount: about ? 2 : 1, ...(stickyColumns > 0 && { stickyColumnsCount: stickyColumns }) };
  return writeXlsxFile(data, {
    sheet: name,
    ...sticky,
    ...(stickyColumns > 0 && { orientation: "landscape" as const }),
    columns,
  }).toBuffer();
}

const dressed = (cell: ExportCell, backgroundColor: string | undefined) => ({
  ...(typeof cell === "number" ? { value: cell, type: Number } : { value: textOf(cell), type: String }),
  ...(backgroundColor && { backgroundColor }),
});

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
