import { branchCode, branchKind, branchName } from "#server/branches/branch-fields.ts";
import { blankable } from "#server/input-schemas.ts";
import { type HeaderColumns, headerColumnsOf, type Synonyms } from "./header-columns.ts";
import { type RowProblem, readCell } from "./row-problem.ts";
import type { Table, TableRow } from "./table.ts";

/** A branch that exists; the root's `parentCode` is null. */
export type TreeBranch = { id: number; code: string; name: string; parentCode: string | null; kind: string };

/** `adds` come parents first. `null` where the file says nothing new. */
export type BranchPlan = {
  problems: RowProblem[];
  adds: { row: number; code: string; name: string; parentCode: string | null; kind: string }[];
  changes: {
    row: number;
    branchId: number;
    code: string;
    name: { from: string; to: string } | null;
    kind: { from: string; to: string } | null;
  }[];
  moves: { row: number; branchId: number; code: string; name: string; fromCode: string | null; toCode: string }[];
  same: { row: number; branchId: number; code: string }[];
};

type Field = "code" | "name" | "parent" | "kind";
type Row = { row: number; code: string; name: string; parentCode: string | null; kind: string | null };

const SYNONYMS: Synonyms<Field> = {
  code: ["组织编码", "编码", "组织代码", "代码", "支部编码", "单位编码", "branch code", "code"],
  name: ["组织名称", "名称", "组织", "支部", "支部名称", "单位名称", "branch name", "name"],
  parent: ["上级编码", "上级组织编码", "上级组织", "上级", "上级代码", "parent code", "parent"],
  kind: ["类型", "组织类型", "类别", "kind", "type"],
};

/**
 * What a list of branches would do: matched by code, in any order, to any depth; nothing is ever removed. A new branch without
 * a parent goes under the root. With any problem nothing of the plan may be carried out.
 */
export function planBranches(table: Table, existing: readonly TreeBranch[]): BranchPlan {
  const { columns, problems } = headerColumnsOf<Field>(table.header, SYNONYMS, ["code", "name"]);
  const plan: BranchPlan = { problems, adds: [], changes: [], moves: [], same: [] };
  if (problems.length > 0) return plan;
  const known = new Map(existing.map((branch) => [branch.code, branch]));
  const root = existing.find(({ parentCode }) => parentCode === null)?.code ?? null;
  const rows = new Map<string, Row>();
  for (const tableRow of table.rows) {
    const row = readRow(tableRow, columns, problems);
    if (!row) continue;
    const first = rows.get(row.code);
    if (first)
      problems.push({
        row: row.row,
        column: columns.code?.title ?? "",
        code: "code-twice",
        params: { firstRow: first.row, value: row.code },
      });
    else rows.set(row.code, { ...row, parentCode: row.parentCode ?? (known.has(row.code) ? null : root) });
  }
  const ordered = parentsFirst(rows, known, columns.parent?.title ?? SYNONYMS.parent[0] ?? "", problems);
  for (const row of ordered) place(row, known.get(row.code), plan);
  problems.sort((a, b) => a.row - b.row);
  return plan;
}

function readRow({ rowNumber: row, cells }: TableRow, columns: HeaderColumns<Field>, problems: RowProblem[]): Row | null {
  const cell = (field: Field) => cells[columns[field]?.at ?? -1]?.trim() ?? "";
  const at = (field: Field) => ({ row, column: columns[field]?.title ?? field });
  const before = problems.length;
  const code = readCell(branchCode, cell("code"), at("code"), problems);
  const name = readCell(branchName, cell("name"), at("name"), problems);
  const parentCode = readCell(blankable(branchCode), cell("parent"), at("parent"), problems) ?? null;
  const kind = readCell(blankable(branchKind), cell("kind"), at("kind"), problems) ?? null;
  return problems.length > before || code === null || name === null ? null : { row, code, name, parentCode, kind };
}

/** Every row after the row of its parent; unknown parents, circles and second roots are problems. */
function parentsFirst(
  rows: ReadonlyMap<string, Row>,
  known: ReadonlyMap<string, TreeBranch>,
  column: string,
  problems: RowProblem[],
): Row[] {
  const parentOf = (code: string): string | null => rows.get(code)?.parentCode ?? known.get(code)?.parentCode ?? null;
  const done = new Set<string>();
  const ordered: Row[] = [];
  let rootRow: Row | null = null;
  for (const row of rows.values()) {
    const climb: string[] = [];
    const climbed = new Set<string>();
    let code: string | null = row.code;
    while (code !== null && !done.has(code) && !climbed.has(code)) {
      climb.push(code);
      climbed.add(code);
      code = parentOf(code);
    }
    if (code !== null && climbed.has(code)) {
      const circle = [...climb.slice(climb.indexOf(code)), code];
      problems.push({ row: row.row, column, code: "parent-circle", params: { path: circle.slice(0, 6).join(" → ") } });
    }
    for (const next of climb.reverse()) {
      done.add(next);
      const found = rows.get(next);
      if (found) ordered.push(found);
    }
    if (row.parentCode !== null && !rows.has(row.parentCode) && !known.has(row.parentCode)) {
      problems.push({ row: row.row, column, code: "parent-unknown", params: { value: row.parentCode } });
    }
    if (row.parentCode === null && !known.has(row.code)) {
      if (rootRow) problems.push({ row: row.row, column, code: "second-root", params: { firstRow: rootRow.row } });
      else rootRow = row;
    }
  }
  return ordered;
}

function place(row: Row, known: TreeBranch | undefined, plan: BranchPlan): void {
  if (!known) {
    plan.adds.push({ ...row, kind: row.kind ?? "" });
    return;
  }
  const of = { row: row.row, branchId: known.id, code: known.code };
  const name = known.name === row.name ? null : { from: known.name, to: row.name };
  const kind = row.kind === null || known.kind === row.kind ? null : { from: known.kind, to: row.kind };
  const moved = row.parentCode !== null && row.parentCode !== known.parentCode;
  if (name || kind) plan.changes.push({ ...of, name, kind });
  if (moved) plan.moves.push({ ...of, name: row.name, fromCode: known.parentCode, toCode: row.parentCode ?? "" });
  if (!name && !kind && !moved) plan.same.push(of);
}
