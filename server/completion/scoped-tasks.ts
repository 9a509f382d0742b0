import { type SQL, sql } from "drizzle-orm";
import type { Counts } from "#domain/completion/counts.ts";
import { TASK_STATES } from "#domain/tasks/state.ts";
import { inAudience, type ReportFilter } from "./report-filter.ts";
import type { ReportItem, ReportProgramme } from "./report-programme.ts";
import { lineOf, type ReportScope, within } from "./report-scope.ts";

/** What every report asks the ledger about: a programme, a part of the tree, the items that are left. */
export type ReportAsk = Readonly<{
  programme: ReportProgramme;
  scope: ReportScope;
  items: readonly ReportItem[];
  filter: ReportFilter;
  now: Date;
}>;

export const idsParam = (items: readonly { id: number }[]): SQL => sql`${sql.param(items.map(({ id }) => id))}::bigint[]`;

/** Items that count in sums: what is owed by persons and required. */
export const summed = (items: readonly ReportItem[]): ReportItem[] =>
  items.filter(({ owner, isRequired }) => owner === "person" && isRequired);

/** The branches of the scope, as a CTE, each with the line it counts in. */
export const placeOf = ({ scope }: ReportAsk, folded: readonly number[] = []): SQL =>
  sql`place as materialized (select at.id, case when at.line = any(${sql.param([...folded])}::bigint[]) then null else at.line end as line
    from (select b.id, ${lineOf(scope, sql`b.path`)} as line from branches b where ${within(scope, sql`b.path`)}) at)`;

/**
 * The one place that says which rows of the ledger a report is made of: tasks t of the programme's items that count in a branch of the
 * scope, with the person (`people`) where the filter asks for one. An audience is of people: it leaves the tasks of units out. The
 * branches are an array, so that the index `tasks_by_programme` is read in its order: sums by branch and person then need no hash (P12).
 */
export function scopedTasks({ programme, scope, items, filter }: ReportAsk, asksPerson = false): SQL {
  const joinsPerson = asksPerson || filter.audience !== undefined;
  // All of them is no condition: the planner would look each row up in the list.
  const isAll = items.length === programme.itemsEver;
  return sql`tasks t ${joinsPerson ? sql`join people on people.id = t.person_id` : sql``}
    where t.programme_id = ${programme.id} and t.branch_id = any(array(select b.id from branches b where ${within(scope, sql`b.path`)}))
      ${isAll ? sql`` : sql`and t.item_id = any(${idsParam(items)})`} and ${inAudience(programme, filter.audience)}`;
}

/** How a task stands, as its place in TASK_STATES: domain/tasks/state.ts said in SQL. */
export function standingOf(now: Date): SQL {
  const [open, overdue, done, late, waived, cancelled] = TASK_STATES.keys();
  return sql`case when t.done_at is not null then case when t.done_at > t.due_at then ${late}::int else ${done}::int end
    when t.waived_at is not null then ${waived}::int when t.cancelled_at is not null then ${cancelled}::int
    when t.due_at < ${now} then ${overdue}::int else ${open}::int end`;
}

/** The counts of a group of tasks in the order in which `TALLY` names them; what is not among them is open. */
export type Tally = readonly [assigned: number, done: number, late: number, overdue: number, waived: number, cancelled: number];
export const TALLY = sql`assigned, done, late, overdue, waived, cancelled`;
/** The same by the same names, summed over groups. */
export const TALLY_SUMS = sql`sum(assigned) as assigned, sum(done) as done, sum(late) as late, sum(overdue) as overdue,
  sum(waived) as waived, sum(cancelled) as cancelled`;
/** Many of them as one array a counter, in the order of TALLY: thousands of little arrays take longer to write than to count. */
export const TALLY_COLUMNS = sql`array_agg(assigned), array_agg(done), array_agg(late), array_agg(overdue), array_agg(waived), array_agg(cancelled)`;

/**
 * domain/tasks/state.ts as counters of a group, by the names of TALLY. Counters, and no state to group by: with a state as second key of
 * the hash a pass over the ledger takes twice as long.
 */
export const tallyOf = (now: Date): SQL =>
  sql`count(*)::int as assigned, count(t.done_at)::int as done, (count(*) filter (where t.done_at > t.due_at))::int as late,
    (count(*) filter (where t.due_at < ${now} and coalesce(t.done_at, t.waived_at, t.cancelled_at) is null))::int as overdue,
    count(t.waived_at)::int as waived, count(t.cancelled_at)::int as cancelled`;

/** Of what counts in sums: how much is `left` of a group, how much is done, and how much was to be done. The counters are those of the tally. */
export function ratesOf({ items }: ReportAsk): { left: SQL; done: SQL; due: SQL } {
  const counted = summed(items);
  const those = counted.length === items.length ? sql`` : sql` filter (where t.item_id = any(${idsParam(counted)}))`;
  const due = sql`count(*)${those} - count(t.waived_at)${those} - count(t.cancelled_at)${those}`;
  return { left: sql`${due} - count(t.done_at)${those}`, done: sql`count(t.done_at)${those}`, due };
}

/** A tally as counts. */
export const countsOf = ([assigned = 0, done = 0, late = 0, overdue = 0, waived = 0, cancelled = 0]: readonly number[]): Counts => ({
  ...{ assigned, done, late, overdue, waived, cancelled },
  open: assigned - done - overdue - waived - cancelled,
});
