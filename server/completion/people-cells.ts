import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type Counts, countOf, sumOf } from "#domain/completion/counts.ts";
import { TASK_STATES, type TaskState } from "#domain/tasks/state.ts";
import { within } from "./report-scope.ts";
import { idsParam, type ReportAsk, standingOf, summed } from "./scoped-tasks.ts";

/** A cell of people × items: how the task stands; `elsewhere`: it ended in a branch this report is not about, and counts there; null: none. */
export const CELL_STATES = [...TASK_STATES, "elsewhere"] as const;
export type Cell = TaskState | "elsewhere" | null;

type Row = { person_id: string; item_id: string; standing: number; is_here: boolean };

/** The cells of some people, in the order of the items. */
export async function readCells(db: Db, ask: ReportAsk, personIds: readonly number[]): Promise<ReadonlyMap<number, Cell[]>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await db.execute<Row>(sql`
    select t.person_id, t.item_id, ${standingOf(ask.now)} as standing, ${within(ask.scope, sql`b.path`)} as is_here
    from tasks t join branches b on b.id = t.branch_id
    where t.person_id = any(${sql.param([...personIds])}::bigint[]) and t.item_id = any(${idsParam(ask.items)})`);
  const at = new Map(ask.items.map(({ id }, place) => [id, place]));
  const cells = new Map<number, Cell[]>(personIds.map((id) => [id, ask.items.map(() => null)]));
  for (const row of rows) {
    const own = cells.get(Number(row.person_id));
    const place = at.get(Number(row.item_id));
    if (own && place !== undefined) own[place] = row.is_here ? (TASK_STATES[row.standing] ?? null) : "elsewhere";
  }
  return cells;
}

/** What of a person's cells counts in sums, as counts: of what ended elsewhere, and of what may be left out, nothing. */
export function countsOfCells({ items }: ReportAsk, cells: readonly Cell[]): Counts {
  const counted = new Set(summed(items));
  return sumOf(
    items.flatMap((item, at) => {
      const cell = cells[at] ?? null;
      return cell === null || cell === "elsewhere" || !counted.has(item) ? [] : [countOf(cell)];
    }),
  );
}
