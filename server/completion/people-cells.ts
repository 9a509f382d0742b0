import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type Counts, countOf, sumOf } from "#domain/completion/counts.ts";
import { TASK_STATES, type TaskState } from "#domain/tasks/state.ts";
import { within } from "./report-scope.ts";
import { idsParam, type ReportAsk, standingOf, summed } from "./scoped-tasks.ts";

/** A cell of people × items: how the task stands; `elsewhere`: it ended in a branch this report is not about, and counts there; null: none. */
export const CELL_STATES = [...TASK_STATES, "elsewhere"] as const;
export type Cell = TaskState | "elsewhere" | null;

type Found = { all: { person: number; items: number[] | null; standings: number[] | null }[] | null };

/**
 * The cells of some people, in the order of the items. They come as one value, because thousands of rows cost more to take than to
 * find, and are looked for person by person: else the planner may read the programme from end to end.
 */
export async function readCells(db: Db, ask: ReportAsk, personIds: readonly number[]): Promise<ReadonlyMap<number, Cell[]>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await db.execute<Found>(sql`
    select json_agg(own) as all from unnest(${sql.param([...personIds])}::bigint[]) as person, lateral (
      select person, array_agg(t.item_id) as items,
        array_agg(case when ${within(ask.scope, sql`b.path`)} then ${standingOf(ask.now)} else ${CELL_STATES.indexOf("elsewhere")}::int end) as standings
      from tasks t join branches b on b.id = t.branch_id where t.person_id = person and t.item_id = any(${idsParam(ask.items)})) own`);
  const at = new Map(ask.items.map(({ id }, place) => [id, place]));
  const cells = new Map<number, Cell[]>(personIds.map((id) => [id, ask.items.map(() => null)]));
  for (const { person, items, standings } of rows[0]?.all ?? []) {
    const own = cells.get(person) ?? [];
    for (const [nth, item] of (items ?? []).entries()) own[at.get(item) ?? own.length] = CELL_STATES[standings?.[nth] ?? -1] ?? null;
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
