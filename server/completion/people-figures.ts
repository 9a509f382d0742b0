import { type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import type { Counts } from "#domain/completion/counts.ts";
import { matching } from "#server/people/visible-people.ts";
import { type CELL_FILTERS, stands } from "./report-filter.ts";
import { readTree, within } from "./report-scope.ts";
import { countsOf, idsParam, type ReportAsk, ratesOf, scopedTasks, TALLY, type Tally, tallyOf } from "./scoped-tasks.ts";
import { withRoom } from "./with-room.ts";

export const PEOPLE_SORTS = ["branch", "name", "rate"] as const;
export type PeopleAsk = ReportAsk &
  Readonly<{ q?: string | undefined; state?: (typeof CELL_FILTERS)[number] | undefined; sort: (typeof PEOPLE_SORTS)[number] }>;

export type PersonLine = Readonly<{
  id: number;
  name: string;
  staffNo: string;
  /** Null: moved out of what the report is about; what ended here still counts here (R41). */
  branch: { id: number; name: string } | null;
}>;
export type PeopleFigures = Readonly<{
  people: number;
  unfinished: number;
  byItem: ReadonlyMap<number, Counts>;
  lines: readonly PersonLine[];
}>;

/** The tasks of the people the filter leaves. A state asks for people who have a task that stands so, and then for all of theirs. */
function tasksOfPeople(ask: PeopleAsk): SQL {
  const named = ask.q === undefined ? undefined : matching(ask.q);
  const standing = ask.state && sql`and t.person_id in (select t.person_id from ${scopedTasks(ask)} and ${stands(ask.state, ask.now)})`;
  return sql`${scopedTasks(ask, named !== undefined)} and t.person_id is not null ${named ? sql`and ${named}` : sql``} ${standing ?? sql``}`;
}

/** Where a list by branch puts each: in tree order, who moved away last. */
async function orderOf(db: Db, { sort, scope }: PeopleAsk): Promise<{ join: SQL; by: SQL }> {
  if (sort === "name") return { join: sql``, by: sql`` };
  if (sort === "rate")
    return { join: sql`join one on one.person_id = people.id`, by: sql`one.done::float8 / nullif(one.due, 0) nulls first,` };
  const join = sql`left join unnest(${idsParam(await readTree(db, { tops: scope.tops }))}) with ordinality as o(id, place) on o.id = people.branch_id`;
  return { join, by: sql`o.place nulls last,` };
}

type PersonRow = { id: number; name: string; staff_no: string; branch_id: number; branch: string; is_here: boolean };
type Figures = { people: number; unfinished: number; items: [item: number, ...Tally][] | null; lines: PersonRow[] | null };

/**
 * One pass over the ledger: tasks by item, and by branch and person; then the people, and those of one page. How far each of a page came
 * is not asked here: it is in the cells. The programme stands beside the item, though it is always the same: with two sets of one length
 * the planner takes the rows as the index orders them and hashes once, else twice (P12).
 */
async function readFigures(db: Db, ask: PeopleAsk, offset: number, limit: number): Promise<Figures> {
  const { join, by } = limit > 0 ? await orderOf(db, ask) : { join: sql``, by: sql`` };
  const rates = ratesOf(ask);
  const { rows } = await withRoom(db, (tx) =>
    tx.execute<Figures>(sql`
    with g as materialized (
      select t.branch_id, t.person_id, t.item_id, ${tallyOf(ask.now)}, ${rates.left} as rest, ${rates.done} as rate_done, ${rates.due} as rate_due
      from ${tasksOfPeople(ask)} group by grouping sets ((t.branch_id, t.person_id), (t.programme_id, t.item_id))
    ),
    one as materialized (
      select person_id, sum(rest) > 0 as is_unfinished, sum(rate_done) as done, sum(rate_due) as due
      from g where person_id is not null group by person_id having sum(assigned) > sum(cancelled)
    ),
    page as (
      select people.id, people.name, people.staff_no, people.branch_id, home.name as branch,
        ${within(ask.scope, sql`home.path`)} as is_here
      from people join branches home on home.id = people.branch_id ${join} where people.id = any(array(select person_id from one))
      order by ${by} people.pinyin_full, people.id limit ${limit} offset ${offset}
    )
    select (select count(*)::int from one) as people, (select count(*)::int from one where is_unfinished) as unfinished,
      (select json_agg(json_build_array(item_id, ${TALLY})) from g where item_id is not null) as items,
      (select json_agg(page) from page) as lines`),
  );
  return rows[0] as Figures;
}

/**
 * The people of the filter: how many, the columns summed over all of them, and those of one page, by branch and pinyin or by pinyin. By
 * rate only for who may rank people, and none at all (`limit` 0) for who may not see names: the caller's business.
 */
export async function readPeopleFigures(db: Db, ask: PeopleAsk, offset: number, limit: number): Promise<PeopleFigures> {
  const { people, unfinished, items, lines } = await readFigures(db, ask, offset, limit);
  return {
    people,
    unfinished,
    byItem: new Map((items ?? []).map(([item, ...tally]) => [item, countsOf(tally)])),
    lines: (lines ?? []).map(({ id, name, staff_no: staffNo, branch_id, branch, is_here }) => ({
      ...{ id, name, staffNo },
      branch: is_here ? { id: branch_id, name: branch } : null,
    })),
  };
}
