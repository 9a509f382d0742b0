import { count, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { branches, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { query } from "#server/verb.ts";
import { branchesVisibleTo } from "./in-subtrees.ts";

type Row = Readonly<{ id: number; parentId: number | null; code: string; name: string; kind: string; path: string; closedAt: Date | null }>;
type Node = Pick<Row, "id" | "parentId" | "code">;

// By code as people number things: 2 before 10.
const byCode = new Intl.Collator("zh-CN", { numeric: true });

/** Depth first: a branch, then all below it, sisters by code. What has no visible parent stands at the top. */
export function inTreeOrder<R extends Node>(rows: readonly R[]): { row: R; depth: number }[] {
  const known = new Set(rows.map((row) => row.id));
  const below = new Map<number | null, R[]>();
  for (const row of rows.toSorted((a, b) => byCode.compare(a.code, b.code) || a.id - b.id)) {
    const parent = row.parentId !== null && known.has(row.parentId) ? row.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), row]);
  }
  const ordered: { row: R; depth: number }[] = [];
  const waiting = (below.get(null) ?? []).map((row) => ({ row, depth: 0 })).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { row, depth } = next;
    ordered.push(next);
    waiting.push(...(below.get(row.id) ?? []).map((child) => ({ row: child, depth: depth + 1 })).reverse());
  }
  return ordered;
}

/** Active people right in each branch. */
async function membersOf(db: Db): Promise<Map<number, number>> {
  const rows = await db
    .select({ branchId: people.branchId, members: count() })
    .from(people)
    .where(isNull(people.disabledAt))
    .groupBy(people.branchId);
  return new Map(rows.map(({ branchId, members }) => [branchId, members]));
}

/** Sums over each subtree: a path names every branch above. */
function membersBelowOf(rows: readonly Row[], members: Map<number, number>): Map<number, number> {
  const sums = new Map<number, number>();
  for (const row of rows) {
    const own = members.get(row.id) ?? 0;
    for (const step of row.path.split("/").filter((part) => part !== "")) sums.set(Number(step), (sums.get(Number(step)) ?? 0) + own);
  }
  return sums;
}

/** The branches the viewer's offices reach over, as a tree laid flat, with how many people are in and below each. */
export const listBranches = query({
  at: "GET /api/desk/branches",
  input: z.strictObject({}),
  output: z.object({
    branches: z.array(
      z.object({
        id: z.number(),
        parentId: z.number().nullable(),
        code: z.string(),
        name: z.string(),
        kind: z.string(),
        path: z.string(),
        depth: z.number(),
        members: z.number(),
        membersBelow: z.number(),
        closedAt: z.date().nullable(),
        mayEdit: z.boolean(),
      }),
    ),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, _input, { viewer }) {
    const { id, parentId, code, name, kind, path, closedAt } = branches;
    const rows = await db.select({ id, parentId, code, name, kind, path, closedAt }).from(branches).where(branchesVisibleTo(viewer));
    const members = await membersOf(db);
    const sums = membersBelowOf(rows, members);
    return {
      branches: inTreeOrder(rows).map(({ row, depth }) => ({
        ...row,
        depth,
        members: members.get(row.id) ?? 0,
        membersBelow: sums.get(row.id) ?? 0,
        mayEdit: can.editBranch(viewer, row),
      })),
    };
  },
});
