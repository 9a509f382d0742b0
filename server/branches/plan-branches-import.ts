import type { Tx } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { type BranchPlan, planBranches, type TreeBranch } from "#server/imports/branch-list.ts";
import { columnSaying } from "#server/imports/column-saying.ts";
import type { RowProblem } from "#server/imports/row-problem.ts";
import type { Table } from "#server/imports/table.ts";

type Row = Readonly<{ id: number; parentId: number | null; code: string; name: string; kind: string; path: string; closedAt: Date | null }>;

/** What the planner cannot know: codes used elsewhere, tops that may not be lifted (TC3), parents that are closed. */
function furtherProblems(plan: BranchPlan, all: readonly Row[], tops: ReadonlySet<number>, table: Table): RowProblem[] {
  const byCode = new Map(all.map((branch) => [branch.code, branch]));
  const problem = (row: number, value: string, code: string) => ({ row, column: columnSaying(table, row, value), code, params: { value } });
  const taken = plan.adds.filter(({ code }) => byCode.has(code)).map(({ row, code }) => problem(row, code, "code-taken"));
  const lifted = plan.moves.filter(({ branchId }) => tops.has(branchId)).map(({ row, code }) => problem(row, code, "top-fixed"));
  const parents = [
    ...plan.adds.map(({ row, parentCode }) => ({ row, code: parentCode })),
    ...plan.moves.map(({ row, toCode }) => ({ row, code: toCode })),
  ];
  const closed = parents.flatMap(({ row, code }) =>
    code !== null && byCode.get(code)?.closedAt ? [problem(row, code, "parent-closed")] : [],
  );
  return [...taken, ...lifted, ...closed];
}

/** What this list would do by this viewer's hand. The planner sees the own subtrees only, so what is outside is unknown to it. */
export async function planBranchesImport(tx: Tx, viewer: Member, table: Table): Promise<BranchPlan> {
  const { id, parentId, code, name, kind, path, closedAt } = branches;
  const all: Row[] = await tx.select({ id, parentId, code, name, kind, path, closedAt }).from(branches);
  const own = all.filter((branch) => can.editBranch(viewer, branch));
  const codes = new Map(own.map((branch) => [branch.id, branch.code]));
  const known: TreeBranch[] = own.map((branch) => ({ ...branch, parentCode: codes.get(branch.parentId ?? 0) ?? null }));
  const tops = new Set(known.filter(({ parentCode }) => parentCode === null).map((branch) => branch.id));
  const plan = planBranches(table, known);
  const problems = [...plan.problems, ...furtherProblems(plan, all, tops, table)];
  return { ...plan, problems: problems.toSorted((a, b) => a.row - b.row) };
}
