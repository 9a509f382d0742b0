import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { query } from "#server/verb.ts";
import { UNFINISHED } from "./state-in-sql.ts";
import { DUE_ORDER, listLines, taskLine } from "./task-line.ts";

const MOST = 200;
/** What leads to the thing itself; null where reporting it here is all there is. */
const myTask = taskLine.extend({
  link: z.object({ kind: z.string(), path: z.string() }).nullable(),
  /** Whether the owner says so here, or study itself ends it. */
  mayReport: z.boolean(),
});
type MyTask = z.output<typeof myTask>;
/** Where the items are done, by their numbers. */
async function goalsOf(db: Db, itemIds: readonly number[]): Promise<Map<number, { kind: string; path: string }>> {
  if (itemIds.length === 0) return new Map();
  const { rows } = await db.execute<{ id: string; kind: string; programme: string }>(sql`
    select i.id, i.kind, p.slug as programme from programme_items i join programmes p on p.id = i.programme_id
    where i.id = any(${sql.param([...itemIds])}::bigint[])`);
  return new Map(rows.map(({ id, kind, programme }) => [Number(id), { kind, path: `/study/${programme}/items/${id}` }]));
}

async function withGoals(db: Db, where: SQL, order: SQL, now: Date): Promise<MyTask[]> {
  const lines = await listLines(db, sql`select t.* from tasks t where ${where} order by ${order} limit ${MOST}`, now);
  const goals = await goalsOf(
    db,
    lines.flatMap(({ itemId }) => itemId ?? []),
  );
  return lines.map((line) => ({
    ...line,
    link: line.itemId === null ? null : (goals.get(line.itemId) ?? null),
    mayReport: line.itemId === null || line.person === null,
  }));
}

/** The units whose tasks one sees here: those one holds an office of, themselves, not everything below. */
function unitsOf(viewer: Member): number[] {
  return viewer.offices.flatMap(({ office, branchId }) => (office === "leader" || office === "branch_admin" ? [branchId] : []));
}

/** One's own tasks: what is left, what is due first on top; what was done lately; and the tasks of units one answers for. */
export const listMyTasks = query({
  at: "GET /api/tasks",
  input: z.strictObject({}),
  output: z.object({
    open: z.array(myTask),
    done: z.array(myTask),
    units: z.array(myTask),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, _input, { viewer, now }) {
    const own = sql`t.person_id = ${viewer.personId}`;
    const ended = sql`${own} and t.cancelled_at is null and (t.done_at is not null or t.waived_at is not null)`;
    const units = sql`t.person_id is null and t.branch_id = any(${sql.param(unitsOf(viewer))}::bigint[]) and t.cancelled_at is null`;
    const open = await withGoals(db, sql`${own} and ${UNFINISHED}`, DUE_ORDER, now);
    const done = await withGoals(db, ended, sql`coalesce(t.done_at, t.waived_at) desc, t.id desc`, now);
    const ofUnits = await withGoals(db, units, DUE_ORDER, now);
    const latestFirst = done.toSorted((one, other) => (other.doneAt?.getTime() ?? 0) - (one.doneAt?.getTime() ?? 0));
    return { open, done: latestFirst, units: ofUnits };
  },
});
