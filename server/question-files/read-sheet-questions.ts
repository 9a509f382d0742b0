import { kindOfWord } from "#domain/questions/formats/kind-words.ts";
import { wrong } from "#domain/questions/formats/problem.ts";
import { FIELD_NAMES } from "#domain/questions/formats/told.ts";
import type { ParsedFile } from "#domain/questions/parsed-file.ts";
import type { Table } from "#server/imports/table.ts";
import { GROUP_NAMES, rawOf, sheetColumnsOf } from "./sheet-columns.ts";
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

/** The questions of a sheet: one to a row, rows of one group together. Nothing is left out: a row that says nothing is told of. */
export function readSheetQuestions(table: Table): ParsedFile {
  const { columns, rows, problems } = sheetColumnsOf(table);
  if (!columns.has(FIELD_NAMES.stem)) return { problems, rows: [] };
  const filled = rows
    .map((row) => ({ line: row.rowNumber, cells: rawOf(row, columns) }))
    // A row in which only cells beside the question are filled (a number, a sum) is none.
    .filter(({ cells }) => Object.keys(cells).some((name) => name !== GROUP_NAMES.remark && name !== FIELD_NAMES.kind));
  if (filled.length === 0) problems.push(wrong("file-without-questions"));
  return {
    problems,
    rows: gathered(filled).map((one) =>
      one.parts.length === 0 && one.head ? readSheetRow(withoutGroup(one.head), one.line) : readSheetRow(joined(one), one.line),
    ),
  };
}
