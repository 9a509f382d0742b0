import { type SQL, sql } from "drizzle-orm";
import { type Counts, countOf, NO_COUNTS, plus } from "#domain/completion/counts.ts";
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

/** The branches of the scope, as a CTE, each with the line it counts in. Worked out once a branch, not once a task. */
export const placeOf = ({ scope }: ReportAsk, folded: readonly number[] = []): SQL =>
  sql`place as materialized (select at.id, case when at.line = any(${sql.param([...folded])}::bigint[]) then null else at.line end as line
    from (select b.id, ${lineOf(scope, sql`b.path`)} as line from branches b where ${within(scope, sql`b.path`)}) at)`;

/**
 * The one place that says which rows of the ledger a report is made of: tasks t of the programme's items that count in a branch of the
 * scope (`place`), with the person (`people`) where the filter asks for one. An audience is of people: it leaves the tasks of units out.
 */
export function scopedTasks({ programme, items, filter }: ReportAsk, asksPerson = false): SQL {
  const joinsPerson = asksPerson || filter.audience !== undefined;
  // All of them is no condition: the planner would look each row up in the list.
  const isAll = items.length === programme.itemsEver;
  return sql`tasks t join place on place.id = t.branch_id ${joinsPerson ? sql`join people on people.id = t.person_id` : sql``}
    where t.programme_id = ${programme.id} ${isAll ? sql`` : sql`and t.item_id = any(${idsParam(items)})`}
      and ${inAudience(programme, filter.audience)}`;
}

/** How a task stands, as its place in TASK_STATES, plus ten when it does not count in sums: domain/tasks/state.ts said in SQL. */
export function standingOf({ items, now }: ReportAsk): SQL {
  const [open, overdue, done, late, waived, cancelled] = TASK_STATES.keys();
  const state = sql`case when t.done_at is not null then case when t.done_at > t.due_at then ${late}::int else ${done}::int end
    when t.waived_at is not null then ${waived}::int when t.cancelled_at is not null then ${cancelled}::int
    when t.due_at < ${now} then ${overdue}::int else ${open}::int end`;
  const counted = summed(items);
  if (counted.length === items.length) return state;
  return sql`${state} + case when t.item_id = any(${idsParam(counted)}) then 0 else 10 end`;
}

/** So many tasks that stand so, as counts. */
export function countsOf(pairs: readonly (readonly [standing: number, tasks: number])[]): Counts {
  return pairs.reduce((sum, [standing, tasks]) => {
    const state = TASK_STATES[standing % 10];
    if (!state) throw new Error(`no task stands as ${standing}`);
    const one = countOf(state);
    const times = Object.fromEntries(Object.entries(one).map(([key, value]) => [key, value * tasks])) as Counts;
    return plus(sum, times);
  }, NO_COUNTS);
}
