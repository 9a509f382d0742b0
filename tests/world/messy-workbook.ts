import { makeWorkbook, textCell } from "#tests/fixtures/make-zip.ts";

/** A formula with the value its maker saw. */
type Formula = Readonly<{ formula: string; value: number }>;
type Cell = string | Formula;

const letters = "ABCDEFGHIJ";

function cellOf(cell: Cell, place: string): string {
  if (typeof cell !== "string") return `<c r="${place}"><f>${cell.formula}</f><v>${cell.value}</v></c>`;
  return cell === "" ? "" : textCell(place, cell);
}

const rowOf = (cells: readonly Cell[], number: number) =>
  `<row r="${number}">${cells.map((cell, at) => cellOf(cell, `${letters[at]}${number}`)).join("")}</row>`;

/** A workbook as people have them: a heading over merged cells, names of columns as somebody thought of them, and rows with every kind of mess. */
export function messyWorkbook(rows: readonly (readonly Cell[])[], merged: readonly string[] = []): Buffer {
  const filled = rows.map((cells, at) => (cells.length === 0 ? "" : rowOf(cells, at + 1))).join("");
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  return makeWorkbook(filled, [], merged.length === 0 ? "" : `<mergeCells count="${merged.length}">${merges}</mergeCells>`);
}
