import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { stateOf, TASK_STATES, type TaskState } from "#domain/tasks/state.ts";
import { within } from "./report-scope.ts";
import { idsParam, type ReportAsk } from "./scoped-tasks.ts";

/** A cell of people × items: how the task stands; `elsewhere`: it ended in a branch this report is not about, and counts there; null: none. */
export const CELL_STATES = [...TASK_STATES, "elsewhere"] as const;
export type Cell = TaskState | "elsewhere" | null;

type Row = {
  person_id: string;
  item_id: string;
  due_at: string | null;
  done_at: string | null;
  waived_at: string | null;
  cancelled_at: string | null;
  is_here: boolean;
};
const moment = (at: string | null): Date | null => (at === null ? null : new Date(at));

function cellOf(row: Row, now: Date): Cell {
  if (!row.is_here) return "elsewhere";
  return stateOf(
    { dueAt: moment(row.due_at), doneAt: moment(row.done_at), waivedAt: moment(row.waived_at), cancelledAt: moment(row.cancelled_at) },
    now,
  );
}

/** The cells of some people, in the order of the items. */
export async function readCells(db: Db, ask: ReportAsk, personIds: readonly number[]): Promise<ReadonlyMap<number, Cell[]>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await db.execute<Row>(sql`
    select t.person_id, t.item_id, t.due_at, t.done_at, t.waived_at, t.cancelled_at, ${within(ask.scope, sql`b.path`)} as is_here
    from tasks t join branches b on b.id = t.branch_id
    where t.person_id = any(${sql.param([...personIds])}::bigint[]) and t.item_id = any(${idsParam(ask.items)})`);
  const at = new Map(ask.items.map(({ id }, place) => [id, place]));
  const cells = new Map<number, Cell[]>(personIds.map((id) => [id, ask.items.map(() => null)]));
  for (const row of rows) {
    const own = cells.get(Number(row.person_id));
    const place = at.get(Number(row.item_id));
    if (own && place !== undefined) own[place] = cellOf(row, ask.now);
  }
  return cells;
}
