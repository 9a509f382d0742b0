import { sql } from "drizzle-orm";

/**
 * Whether an answer `s` of an attempt `a` to a version `v` is a mistake: given, not right, of a question that still counts and that a
 * machine marks (an essay is never wrong in this sense, and could never be answered right in the review).
 */
export const isMistake = sql`(not s.is_right and jsonb_typeof(s.response) <> 'null' and v.kind <> 'essay' and coalesce(
  (select m.worth_after from mark_entries m where m.attempt_id = a.id and m.slot = s.slot order by m.id desc limit 1), a.worths[s.slot + 1]) > 0)`;
