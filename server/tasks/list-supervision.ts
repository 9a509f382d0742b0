import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { can } from "#domain/access.ts";
import { idsOf } from "#domain/people/tree.ts";
import type { Member } from "#domain/people/viewer.ts";
import { blankable, idSchema } from "#server/input-schemas.ts";
import { findReminderRules } from "#server/notices/reminder-rules.ts";
import { query } from "#server/verb.ts";
import { inState, REQUIRED, UNFINISHED } from "./state-in-sql.ts";
import { filtered, taskFilter } from "./task-filter.ts";

const { programmeId, kind } = taskFilter;
const sums = z.object({ open: z.number(), overdue: z.number(), done: z.number(), waived: z.number(), oldest: z.date().nullable() });
type Sums = z.output<typeof sums>;
const row = sums.extend({
  branch: z.object({ id: z.number(), name: z.string() }),
  depth: z.number(),
  below: z.number(),
  /** Done of what is owed, in percent to one place; null in light-burden mode, and where nothing is owed. */
  rate: z.number().nullable(),
  flag: z.object({ id: z.number(), raisedAt: z.date() }).nullable(),
  mayFlag: z.boolean(),
});
type Branch = Readonly<{ id: number; name: string; path: string; parentId: number | null }>;

const NOTHING: Sums = { open: 0, overdue: 0, done: 0, waived: 0, oldest: null };
const older = (one: Date | null, other: Date | null) => (one && (!other || one < other) ? one : other);
const added = (a: Sums, b: Sums): Sums => ({
  ...{ open: a.open + b.open, overdue: a.overdue + b.overdue, done: a.done + b.done, waived: a.waived + b.waived },
  oldest: older(a.oldest, b.oldest),
});

async function branchesOf(db: Db): Promise<Branch[]> {
  const { rows } = await db.execute<{ id: string; name: string; path: string; parent_id: string | null }>(
    sql`select id, name, path, parent_id from branches where closed_at is null order by code, id`,
  );
  return rows.map((one) => ({
    ...{ id: Number(one.id), name: one.name, path: one.path },
    parentId: one.parent_id === null ? null : Number(one.parent_id),
  }));
}

/** What each branch owes itself, summed up into every branch above it. */
async function sumsBelow(db: Db, where: ReturnType<typeof filtered>, now: Date): Promise<Map<number, Sums>> {
  type Counted = { path: string; open: number; overdue: number; done: number; waived: number; oldest: string | null };
  const { rows } = await db.execute<Counted>(sql`
    select b.path, c.* from (
      select t.branch_id, count(*) filter (where ${UNFINISHED})::int as open, count(*) filter (where ${inState("overdue", now)})::int as overdue,
        count(t.done_at)::int as done, count(t.waived_at)::int as waived, min(t.due_at) filter (where ${inState("overdue", now)}) as oldest
      from tasks t where ${where} group by t.branch_id) c join branches b on b.id = c.branch_id`);
  const all = new Map<number, Sums>();
  for (const { path, oldest, ...counts } of rows)
    for (const id of idsOf(path))
      all.set(id, added(all.get(id) ?? NOTHING, { ...counts, oldest: oldest === null ? null : new Date(oldest) }));
  return all;
}

async function openFlags(db: Db, programme: number | undefined): Promise<Map<number, { id: number; raisedAt: Date }>> {
  const { rows } = await db.execute<{ id: string; branch_id: string; raised_at: string }>(sql`
    select id, branch_id, raised_at from branch_flags where closed_at is null and (programme_id is null or programme_id = ${programme ?? null}) order by id`);
  return new Map(rows.map((flag) => [Number(flag.branch_id), { id: Number(flag.id), raisedAt: new Date(flag.raised_at) }]));
}

/** The branches at the top of what the viewer oversees: the chosen one, or those of the offices with no other of theirs above. */
function topsOf(viewer: Member, all: readonly Branch[], chosen: number | undefined): Branch[] {
  const seen = all.filter((branch) => can.assignTask(viewer, branch));
  if (chosen !== undefined) return seen.filter(({ id }) => id === chosen);
  return seen.filter(({ path, id }) => !seen.some((other) => other.id !== id && path.startsWith(other.path)));
}

const rateOf = ({ open, done }: Sums): number | null => (open + done === 0 ? null : Math.round((1_000 * done) / (open + done)) / 10);

/**
 * How far each branch came with what it and everything below it owes: the tops, and what stands right below them. In light-burden mode
 * there are counts alone, in the order of the tree, and nothing to sort by.
 */
export const listSupervision = query({
  at: "GET /api/desk/supervision",
  input: z.strictObject({ programmeId, kind, branchId: blankable(idSchema), sort: blankable(z.enum(["tree", "overdue"])) }),
  output: z.object({ lightBurden: z.boolean(), path: z.array(z.object({ id: z.number(), name: z.string() })), rows: z.array(row) }),
  door: "desk",
  may: can.seeTasks,
  async run(db, { branchId, sort, ...filter }, { viewer, now }) {
    const where = sql`${filtered(viewer, filter, now)} and t.cancelled_at is null and ${REQUIRED}`;
    // One after the other: a page takes one connection, not four.
    const all = await branchesOf(db);
    const counted = await sumsBelow(db, where, now);
    const flags = await openFlags(db, filter.programmeId);
    const { lightBurden } = await findReminderRules(db);
    const tops = topsOf(viewer, all, branchId);
    const childrenOf = (id: number) => all.filter(({ parentId }) => parentId === id);
    const rowOf = (branch: Branch, depth: number): z.output<typeof row> => {
      const mine = counted.get(branch.id) ?? NOTHING;
      return {
        ...mine,
        ...{
          branch: { id: branch.id, name: branch.name },
          depth,
          below: childrenOf(branch.id).length,
          rate: lightBurden ? null : rateOf(mine),
        },
        ...{ flag: flags.get(branch.id) ?? null, mayFlag: can.flagBranch(viewer, branch) },
      };
    };
    const inOrder = (rows: z.output<typeof row>[]) =>
      lightBurden || sort !== "overdue" ? rows : rows.toSorted((one, other) => other.overdue - one.overdue || other.open - one.open);
    const named = new Map(all.map(({ id, name }) => [id, name]));
    const way =
      branchId === undefined
        ? []
        : idsOf(tops[0]?.path ?? "/").filter((id) => can.assignTask(viewer, all.find((one) => one.id === id) ?? { path: "" }));
    return {
      lightBurden,
      path: way.map((id) => ({ id, name: named.get(id) ?? "" })),
      rows: tops.flatMap((top) => [rowOf(top, 0), ...inOrder(childrenOf(top.id).map((child) => rowOf(child, 1)))]),
    };
  },
});
