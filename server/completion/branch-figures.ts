import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type Counts, NO_COUNTS, plus, sumOf } from "#domain/completion/counts.ts";
import { TASK_STATES } from "#domain/tasks/state.ts";
import { countsOf, placeOf, type ReportAsk, scopedTasks, standingOf, summed } from "./scoped-tasks.ts";
import { withRoom } from "./with-room.ts";

/** One line: a branch with all below it, or (`id` null) what counts right at the focus; its people, and how many have something required to do. */
export type Line = Readonly<{ id: number | null; people: number; unfinished: number; byItem: ReadonlyMap<number, Counts>; total: Counts }>;

type PeopleRow = { line: number | null; people: number; unfinished: number };
type Figures = {
  tasks: { line: number | null; item: number; standing: number; tasks: number }[] | null;
  people: PeopleRow[] | null;
  whole: PeopleRow;
};

/** Sums the required tasks of persons: what a rate is made of. */
export const totalOf = (ask: Pick<ReportAsk, "items">, byItem: ReadonlyMap<number, Counts>): Counts =>
  sumOf(summed(ask.items).map(({ id }) => byItem.get(id) ?? NO_COUNTS));

const [OPEN, OVERDUE, , , , CANCELLED] = TASK_STATES.keys();

/**
 * One pass over the ledger: tasks by line, item and standing, and people by line. Who moved has tasks in two branches: a person of both,
 * and one person of the whole. Who has nothing but cancelled tasks is nobody's.
 */
async function readFigures(db: Db, ask: ReportAsk, folded: readonly number[]): Promise<Figures> {
  const { rows } = await withRoom(db, (tx) =>
    tx.execute<Figures>(sql`
    with ${placeOf(ask, folded)},
    g as materialized (
      select place.line, t.item_id, t.person_id, ${standingOf(ask)} as standing, count(*)::int as tasks
      from ${scopedTasks(ask)} group by grouping sets ((1, 2, 4), (1, 3, 4))
    ),
    each as (
      select line, person_id, bool_or(standing in (${OPEN}, ${OVERDUE})) as is_unfinished from g
      where person_id is not null and standing % 10 <> ${CANCELLED} group by line, person_id
    ),
    whole as (select bool_or(is_unfinished) as is_unfinished from each group by person_id)
    select
      (select json_agg(json_build_object('line', line, 'item', item_id, 'standing', standing, 'tasks', tasks)) from g where item_id is not null) as tasks,
      (select json_agg(l) from (
        select line, count(*)::int as people, (count(*) filter (where is_unfinished))::int as unfinished from each group by line) l) as people,
      (select json_build_object('line', null, 'people', count(*), 'unfinished', count(*) filter (where is_unfinished)) from whole) as whole`),
  );
  return rows[0] as Figures;
}

/** The ledger of a scope by line and item, with the people behind it, and the whole. Lines without a task do not come. */
export async function readBranchFigures(db: Db, ask: ReportAsk, folded: readonly number[] = []): Promise<{ lines: Line[]; whole: Line }> {
  const figures = await readFigures(db, ask, folded);
  const known = new Set(ask.items.map(({ id }) => id));
  const byLine = new Map<number | null, Map<number, Counts>>();
  const all = new Map<number, Counts>();
  for (const { line, item, standing, tasks } of figures.tasks ?? []) {
    if (!known.has(item)) continue;
    const counts = countsOf([[standing, tasks]]);
    const own = byLine.get(line) ?? new Map<number, Counts>();
    byLine.set(line, own.set(item, plus(own.get(item) ?? NO_COUNTS, counts)));
    all.set(item, plus(all.get(item) ?? NO_COUNTS, counts));
  }
  const people = new Map((figures.people ?? []).map((row) => [row.line, row]));
  const lineOf = (id: number | null, byItem: ReadonlyMap<number, Counts>, row: PeopleRow | undefined): Line => ({
    ...{ id, byItem, total: totalOf(ask, byItem) },
    people: row?.people ?? 0,
    unfinished: row?.unfinished ?? 0,
  });
  return { lines: [...byLine].map(([id, byItem]) => lineOf(id, byItem, people.get(id))), whole: lineOf(null, all, figures.whole) };
}
