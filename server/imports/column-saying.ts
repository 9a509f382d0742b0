import type { Table } from "./table.ts";

/** The title over the cell in which a row says this value, for a problem to point at; "" when no cell does. */
export function columnSaying(table: Table, row: number, value: string): string {
  const cells = table.rows.find(({ rowNumber }) => rowNumber === row)?.cells ?? [];
  return table.header[cells.findIndex((cell) => cell.normalize("NFKC").trim() === value)] ?? "";
}
