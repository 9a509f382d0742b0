import readXlsxFile from "read-excel-file/universal";
import { Refusal } from "#domain/refusal.ts";
import { type CellValue, cellText, numberText } from "./cell-text.ts";
import { inspectZip } from "./inspect-zip.ts";
import { mergedCellsOf } from "./merged-cells.ts";
import { columnLetters, type Table } from "./table.ts";
import { tableOfRows } from "./table-of-rows.ts";

/** What the parser returns; its own types say `typeof Date` where a Date comes. */
type ParsedSheet = { sheet: string; data: CellValue[][] };

/** The first sheet with anything in it; with `tellMerged`, which of its cells are shown as one. Refuses what inspectZip and tableOfRows refuse, `file-not-a-table`, `cell-unreadable`. */
export async function readSheet(bytes: Uint8Array, { tellMerged = false } = {}): Promise<Table> {
  const names = await inspectZip(bytes);
  if (!names.includes("xl/workbook.xml") && !names.some((name) => /workbook[^/]*\.xml$/iu.test(name)))
    throw new Refusal("file-not-a-table");
  const sheets = await parsed(bytes);
  const sheet = sheets.find(({ data }) => data.some((row) => row.some((cell) => cell !== null))) ?? sheets[0];
  if (!sheet) throw new Refusal("file-empty");
  const table = tableOfRows(sheet.sheet, textRows(sheet.data));
  return tellMerged ? { ...table, merged: mergedCellsOf(bytes, sheets.indexOf(sheet)) } : table;
}

/** Whatever the parser says about a file that passed inspection, it says about the file: it is not a workbook. */
async function parsed(bytes: Uint8Array): Promise<ParsedSheet[]> {
  try {
    const sheets: unknown = await readXlsxFile(bytes.slice().buffer, { trim: false, parseNumber: numberText });
    return sheets as ParsedSheet[];
  } catch (error) {
    const place = /row (\d+), col (\d+)/u.exec(error instanceof Error ? error.message : "");
    if (place) throw new Refusal("cell-unreadable", { row: Number(place[1]), column: columnLetters(Number(place[2]) - 1) });
    throw new Refusal("file-not-a-table");
  }
}

function* textRows(rows: CellValue[][]): Iterable<string[]> {
  for (const row of rows) yield row.map(cellText);
}
