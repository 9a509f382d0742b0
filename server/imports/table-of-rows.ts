import { Refusal } from "#domain/refusal.ts";
import { plainText } from "#server/exports/neutral-cell.ts";
import { columnLetters, TABLE_LIMITS, type Table, type TableRow } from "./table.ts";

const POLLUTING = new Set(["__proto__", "constructor", "prototype"]);

/**
 * The first row with anything in it is the header, blank rows go, and every limit is kept to. `rows` are as in the file.
 * Refuses `file-empty`, `row-limit`, `column-limit`, `cell-limit`, `table-too-large`, `header-forbidden`.
 */
export function tableOfRows(sheet: string, rows: Iterable<string[]>): Table {
  const filled: TableRow[] = [];
  let rowNumber = 0;
  let chars = 0;
  for (const row of rows) {
    rowNumber++;
    if (row.every((cell) => cell.trim() === "")) continue;
    const cells = withoutEmptyEnd(row).map((cell) => plainText(cell));
    chars += refuseLong(cells, rowNumber);
    if (chars > TABLE_LIMITS.tableChars) throw new Refusal("table-too-large", { row: rowNumber });
    filled.push({ rowNumber, cells });
    if (filled.length > TABLE_LIMITS.rows + 1) throw new Refusal("row-limit", { limit: TABLE_LIMITS.rows, row: rowNumber });
  }
  const [first, ...rest] = filled;
  if (!first) throw new Refusal("file-empty");
  const header = first.cells.map((cell) => cell.trim());
  const forbidden = header.findIndex((name) => POLLUTING.has(name));
  if (forbidden !== -1 || POLLUTING.has(sheet))
    throw new Refusal("header-forbidden", { row: first.rowNumber, column: columnLetters(Math.max(forbidden, 0)) });
  return { sheet, header, rows: rest.map(({ rowNumber: number, cells }) => ({ rowNumber: number, cells: padded(cells, header.length) })) };
}

function refuseLong(cells: string[], row: number): number {
  if (cells.length > TABLE_LIMITS.columns) throw new Refusal("column-limit", { limit: TABLE_LIMITS.columns, row });
  const long = cells.findIndex((cell) => cell.length > TABLE_LIMITS.cellChars);
  if (long !== -1) throw new Refusal("cell-limit", { limit: TABLE_LIMITS.cellChars, row, column: columnLetters(long) });
  return cells.reduce((sum, cell) => sum + cell.length, 0);
}

function withoutEmptyEnd(cells: string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== "") + 1);
}

function padded(cells: string[], length: number): string[] {
  return cells.length >= length ? cells : [...cells, ...Array.from({ length: length - cells.length }, () => "")];
}
