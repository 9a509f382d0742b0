import { kindOfWord } from "#domain/questions/formats/kind-words.ts";
import { wrong } from "#domain/questions/formats/problem.ts";
import { FIELD_NAMES } from "#domain/questions/formats/told.ts";
import type { ParsedFile } from "#domain/questions/parsed-file.ts";
import type { Table } from "#server/imports/table.ts";
import { GROUP_NAMES, rawOf, type SheetColumns, sheetColumnsOf } from "./sheet-columns.ts";
import { type Cells, readSheetRow } from "./sheet-row.ts";

type Row = { line: number; cells: Cells };
type Gathered = { line: number; head: Cells | null; parts: Row[] };

const withoutGroup = (cells: Cells): Cells =>
  Object.fromEntries(Object.entries(cells).filter(([name]) => name !== GROUP_NAMES.group && name !== GROUP_NAMES.material));

/** What holds rows together: the name of their group, else a material that stands in all of them; null for a question by itself. */
const bondOf = (cells: Cells) => cells[GROUP_NAMES.group] ?? cells[GROUP_NAMES.material] ?? null;
const isMaterial = (cells: Cells) => kindOfWord(cells[FIELD_NAMES.kind] ?? "") === "group";

/** Rows of one group in one entry, at the place of the first of them. */
function gathered(rows: readonly Row[]): Gathered[] {
  const groups = new Map<string, Gathered>();
  return rows.flatMap((row) => {
    const bond = bondOf(row.cells);
    const isHead = isMaterial(row.cells);
    if (bond === null) return [{ line: row.line, head: row.cells, parts: [] }];
    const known = groups.get(bond);
    const group = known ?? { line: row.line, head: null, parts: [] };
    groups.set(bond, group);
    if (isHead && group.head === null) group.head = row.cells;
    else group.parts.push(row);
    return known ? [] : [group];
  });
}

const MOST_PARTS = 20;

/** The cells of a whole group side by side. A material in a column of its own is the head's stem when no row is the head. */
function joined({ head, parts }: Gathered): Cells {
  const material = parts.find(({ cells }) => cells[GROUP_NAMES.material])?.cells[GROUP_NAMES.material];
  const first = head ?? { [FIELD_NAMES.kind]: "材料题", ...(material && { [FIELD_NAMES.stem]: material }) };
  // A group of far too many is told of as such; its first parts are enough to see which it is.
  const behind = parts
    .slice(0, MOST_PARTS)
    .flatMap(({ line, cells }, at) => [
      [`行#${at + 1}`, String(line)],
      ...Object.entries(withoutGroup(cells)).map(([name, cell]) => [`${name}#${at + 1}`, cell]),
    ]);
  return { ...withoutGroup(first), ...Object.fromEntries(behind) };
}

/** What rows may share in one merged cell: never the question itself. */
const SHARED: ReadonlySet<string> = new Set([
  ...[FIELD_NAMES.kind, FIELD_NAMES.category, FIELD_NAMES.difficulty, FIELD_NAMES.worth, FIELD_NAMES.source, FIELD_NAMES.tags],
  ...[GROUP_NAMES.group, GROUP_NAMES.material],
]);

/** For a row, what the merged cells it lies in say. */
function sharedCells({ merged = [], rows }: Table, columns: SheetColumns): (rowNumber: number) => Cells {
  const shared = new Map<number, Record<string, string>>();
  const rowOf = new Map(rows.map((row) => [row.rowNumber, row]));
  for (const [name, at] of columns) {
    for (const { from, to } of SHARED.has(name) ? merged.filter(({ column }) => column === at) : []) {
      const said = rowOf.get(from)?.cells[at]?.trim() ?? "";
      for (let row = from + 1; said !== "" && row <= Math.min(to, from + rows.length * 4); row++)
        shared.set(row, { ...shared.get(row), [name]: said });
    }
  }
  return (rowNumber) => shared.get(rowNumber) ?? {};
}

/** The questions of a sheet: one to a row, rows of one group together. Nothing is left out: a row that says nothing is told of. */
export function readSheetQuestions(table: Table): ParsedFile {
  const { columns, rows, problems } = sheetColumnsOf(table);
  if (!columns.has(FIELD_NAMES.stem)) return { problems, rows: [] };
  const sharedBy = sharedCells(table, columns);
  const filled = rows
    .map((row) => ({ line: row.rowNumber, cells: { ...sharedBy(row.rowNumber), ...rawOf(row, columns) }, own: rawOf(row, columns) }))
    // A row in which only cells beside the question are filled (a number, a sum) is none.
    .filter(({ own }) => Object.keys(own).some((name) => name !== GROUP_NAMES.remark && name !== FIELD_NAMES.kind));
  if (filled.length === 0) problems.push(wrong("file-without-questions"));
  return {
    problems,
    rows: gathered(filled).map((one) =>
      one.parts.length === 0 && one.head ? readSheetRow(withoutGroup(one.head), one.line) : readSheetRow(joined(one), one.line),
    ),
  };
}
