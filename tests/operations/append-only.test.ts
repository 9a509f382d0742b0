import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";

/** Tables whose schema says so of itself, or whose rows are a list that stands once it is published. */
const FACTS = [
  "hall_events",
  "attempt_absences",
  "absence_notes",
  "promotions",
  "promotion_rows",
  "award_grants",
  "awards",
  "game_moves",
  "arena_boards",
];

test.each(FACTS)("%s: nothing that stands there is changed or taken away, by whomever", async (table) => {
  const { rows } = await database("desk").execute<{ timing: string; deeds: string }>(sql`
    select t.action_timing as timing, string_agg(t.event_manipulation, ' ' order by t.event_manipulation) as deeds
    from information_schema.triggers t where t.event_object_table = ${table} and t.action_statement like '%refuse_change()' group by 1`);
  expect(rows).toEqual([{ timing: "BEFORE", deeds: "DELETE UPDATE" }]);
});
