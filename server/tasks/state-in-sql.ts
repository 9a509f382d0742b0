import { type SQL, sql } from "drizzle-orm";
import type { TaskState } from "#domain/tasks/state.ts";

/** Still to be done, of `tasks t`. */
export const UNFINISHED = sql`(t.done_at is null and t.waived_at is null and t.cancelled_at is null)`;

/** Not an item of a programme that may be left out, of `tasks t`: nobody is reminded of those, and they count for nothing left. */
export const REQUIRED = sql`(t.item_id is null or exists (select 1 from programme_items r where r.id = t.item_id and r.is_required))`;

/** stateOf of domain/tasks/state.ts said in SQL, of `tasks t`: whether it stands so at `now`. A test holds the two to the same answer. */
export function inState(state: TaskState, now: Date): SQL {
  switch (state) {
    case "open":
      return sql`(${UNFINISHED} and (t.due_at is null or t.due_at >= ${now}))`;
    case "overdue":
      return sql`(${UNFINISHED} and t.due_at < ${now})`;
    case "done":
      return sql`(t.done_at is not null and (t.due_at is null or t.done_at <= t.due_at))`;
    case "done_late":
      return sql`(t.done_at > t.due_at)`;
    case "waived":
      return sql`(t.waived_at is not null)`;
    case "cancelled":
      return sql`(t.cancelled_at is not null)`;
  }
}

/** How many of the group stand so. */
export const countIn = (state: TaskState, now: Date): SQL => sql`count(*) filter (where ${inState(state, now)})::int`;
