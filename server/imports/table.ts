import type { MergedCells } from "./merged-cells.ts";

/** A sheet as text. `merged` tells of cells that are shown as one, where the reader was asked for them. `rowNumber` is the number the reader sees in Excel (a CSV's records count from 1); blank rows are left out. */
export type Table = { sheet: string; header: string[]; rows: TableRow[]; merged?: MergedCells[] };

/** `cells` has at least as many entries as the header; what is empty is "". */
export type TableRow = { rowNumber: number; cells: string[] };

/** What an import may hold. Lengths in UTF-16 units. */
export const TABLE_LIMITS = {
  fileBytes: 20 * 1024 * 1024,
  inflatedBytes: 200 * 1024 * 1024,
  zipEntries: 2_000,
  rows: 5_000,
  columns: 200,
  cellChars: 5_000,
  tableChars: 20_000_000,
} as const;

/** The letters Excel shows over a column: 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}
