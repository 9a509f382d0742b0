import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type Counts, NO_COUNTS, plus, sumOf } from "#domain/completion/counts.ts";
import { countsOf, placeOf, type ReportAsk, ratesOf, scopedTasks, summed, TALLY_COLUMNS, TALLY_SUMS, tallyOf } from "./scoped-tasks.ts";
import { withRoom } from "./with-room.ts";

/** One line: a branch with all below it, or (`id` null) what counts right at the focus; its people, and how many have something required to do. */
export type Line = Readonly<{ id: number | null; people: number; unfinished: number; byItem: ReadonlyMap<number, Counts>; total: Counts }>;

type PeopleRow = { line: number | null; people: number; unfinished: number };
type Figures = {
  /** By column: the n-th of each belong together. */
  tasks: { line: (number | null)[]; item: number[]; tally: [number[], number[], number[], number[], number[], number[]] } | null;
  people: PeopleRow[] | null;
  whole: PeopleRow;
};

/** Sums the required tasks of persons: what a rate is made of. */
export const totalOf = (ask: Pick<ReportAsk, "items">, byItem: ReadonlyMap<number, Counts>): Counts =>
  sumOf(summed(ask.items).map(({ id }) => byItem.get(id) ?? NO_COUNTS));

/**
 * One pass over the ledger: tasks by branch and person and by branch and item, then both by line. Who moved has tasks in two branches:
 * a person of both, and one person of the whole. Who has nothing but cancelled tasks is nobody's.
 */
async function readFigures(db: Db, ask: ReportAsk, folded: readonly number[]): Promise<Figures> {
  const { rows } = await withRoom(db, (tx) =>
    tx.execute<Figures>(sql`
    with ${placeOf(ask, folded)},
    g as materialized (
      select t.branch_id, t.person_id, t.item_id, ${tallyOf(ask.now)}, ${ratesOf(ask).left} as rest
      from ${scopedTasks(ask)} group by grouping sets ((t.branch_id, t.person_id), (t.branch_id, t.item_id))
    ),
    each as (
      select place.line, g.person_id, sum(rest) > 0 as is_unfinished from g join place on place.id = g.branch_id
      where g.person_id is not null group by place.line, g.person_id having sum(assigned) > sum(cancelled)
    ),
    whole as (select bool_or(is_unfinished) as is_unfinished from each group by person_id)
    select
      (select json_build_object('line', array_agg(line), 'item', array_agg(item_id), 'tally', json_build_array(${TALLY_COLUMNS})) from (
        select place.line, g.item_id, ${TALLY_SUMS} from g join place on place.id = g.branch_id
        where g.item_id is not null group by place.line, g.item_id) l having count(*) > 0) as tasks,
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
  const { line: lines = [], item: items = [], tally = [] } = figures.tasks ?? {};
  for (const [nth, item] of items.entries()) {
    if (!known.has(item)) continue;
    const line = lines[nth] ?? null;
    const counts = countsOf(tally.map((column) => column[nth] ?? 0));
    const own = byLine.get(line) ?? new Map<number, Counts>();
    byLine.set(line, own.set(item, counts));
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
