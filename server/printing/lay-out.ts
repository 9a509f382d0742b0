import { breakLines, type Habits, type WidthOf } from "#domain/printing/break-lines.ts";
import { CELL, LOOKS, PAGE, type SheetBlock } from "#domain/printing/sheets.ts";

/** A text at its place in a row: `x` from the column's left edge, `base` of its baseline from the row's top. */
export type Piece = Readonly<{ x: number; base: number; text: string; size: number; isBold: boolean }>;
/** What is never parted by a page's end. `edges`: where a table's lines stand. `keeps`: the next row comes to the same page. */
export type Row = Readonly<{ height: number; pieces: readonly Piece[]; edges?: readonly number[]; keeps?: boolean }>;

const baseOf = (size: number, pitch: number): number => pitch / 2 + size * 0.36;
const widthAt = (text: string, size: number, widthOf: WidthOf): number => {
  let width = 0;
  for (const sign of text) width += widthOf(sign.codePointAt(0) ?? 0);
  return width * size;
};

function rowsOfText(kind: keyof typeof LOOKS, text: string, widthOf: WidthOf, habits?: Habits): Row[] {
  const { size, pitch, isBold, isCentred, indent } = LOOKS[kind];
  return text.split("\n").flatMap((paragraph) =>
    breakLines(paragraph, PAGE.columnWidth / size, indent, widthOf, habits).map((line, at): Row => {
      const x = isCentred ? (PAGE.columnWidth - widthAt(line, size, widthOf)) / 2 : at === 0 ? indent * size : 0;
      const piece = { x, base: baseOf(size, pitch), text: line, size, isBold };
      return { height: pitch, pieces: line === "" ? [] : [piece], keeps: kind === "heading" || kind === "title" };
    }),
  );
}

function rowOfCells(cells: readonly string[], edges: readonly number[], isBold: boolean, widthOf: WidthOf, habits?: Habits): Row {
  const { size, pitch, padding } = CELL;
  const lines = cells.map((cell, at) => {
    const room = (edges[at + 1] ?? 0) - (edges[at] ?? 0) - 2 * padding;
    return cell.split("\n").flatMap((paragraph) => breakLines(paragraph, room / size, 0, widthOf, habits));
  });
  const pieces = lines.flatMap((cell, column) =>
    cell.map((text, at) => ({ x: (edges[column] ?? 0) + padding, base: padding + at * pitch + baseOf(size, pitch), text, size, isBold })),
  );
  return { height: Math.max(1, ...lines.map((cell) => cell.length)) * pitch + 2 * padding, pieces, edges };
}

/** A block as rows of the column, as we set it, or as a word processor with its `habits` will. */
export function rowsOf(block: SheetBlock, widthOf: WidthOf, habits?: Habits): Row[] {
  if (block.kind !== "table") return rowsOfText(block.kind, block.text, widthOf, habits);
  let reached = 0;
  const edges = [0, ...block.shares.map((share) => (reached += share * PAGE.columnWidth))];
  const header = block.header ? [{ ...rowOfCells(block.header, edges, true, widthOf, habits), keeps: true }] : [];
  return [...header, ...block.rows.map((cells) => rowOfCells(cells, edges, false, widthOf, habits))];
}

/** Puts rows one under the other and begins a new page where the next does not fit; a row that keeps takes the next along. */
export class Column {
  pages = 1;
  private y = 0;
  private kept: Row[] = [];
  private readonly put: (row: Row, y: number) => void;
  private readonly turn: () => void;

  constructor(put: (row: Row, y: number) => void = () => undefined, turn: () => void = () => undefined) {
    this.put = put;
    this.turn = turn;
  }

  add(row: Row): void {
    this.kept.push(row);
    if (!row.keeps || this.kept.length > 4) this.flush();
  }

  /** Writes what was kept for the next row. */
  flush(): void {
    const height = this.kept.reduce((sum, row) => sum + row.height, 0);
    if (this.y > 0 && this.y + height > PAGE.columnHeight + 0.5) this.newPage();
    for (const row of this.kept) {
      if (this.y > 0 && this.y + row.height > PAGE.columnHeight + 0.5) this.newPage();
      this.put(row, this.y);
      this.y += row.height;
    }
    this.kept = [];
  }

  newPage(): void {
    this.pages += 1;
    this.y = 0;
    this.turn();
  }
}
