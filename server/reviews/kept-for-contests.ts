import { type SQL, sql } from "drizzle-orm";

/** From which moment a contest `k` tells keys to who handed in: the later of what its rules say of answers and of keys. */
export const keysMoment = sql`(case
  when 'never' in (k.rules->'review'->>'answers', k.rules->'review'->>'keys') then 'never'
  when coalesce(k.rules->'review'->>'answers', 'published') = 'published' or coalesce(k.rules->'review'->>'keys', 'published') = 'published' then 'published'
  when 'closed' in (k.rules->'review'->>'answers', k.rules->'review'->>'keys') then 'closed'
  else 'submitted' end)`;

/** Whether contest `k` is over, everybody's extensions included: its board of the end has been kept. */
export const isOver = sql`exists (select 1 from board_snapshots ended where ended.contest_id = k.id and ended.moment = 'end')`;

/** Whether the results of contest `k` are published. */
export const hasResults = (now: Date): SQL => sql`(k.results_at <= ${now})`;

/** A final on a stage that nobody ended does not keep its questions for ever. */
const KEPT_FOR_HALL_MS = 90 * 86_400_000;

/**
 * The questions that stand in the pool of a contest whose keys are not open to everybody: announced or running, or over and not yet (or
 * never) to be told; and those of a final on a stage until it is over. Nothing outside the contest may show them with their key; whoever draws or shows leaves them out.
 */
export const keptQuestionIds = (now: Date): SQL => sql`(
  select kept.question_id from contests k join contest_pool pool on pool.contest_id = k.id join question_versions kept on kept.id = pool.version_id
  where k.published_at is not null and k.cancelled_at is null
    and not (case ${keysMoment} when 'never' then false when 'published' then coalesce(${hasResults(now)}, false) else ${isOver} end)
  union all
  select staged.question_id from halls h join hall_questions asked on asked.hall_id = h.id join question_versions staged on staged.id = asked.version_id
  where h.phase <> 'over' and h.created_at > ${new Date(now.getTime() - KEPT_FOR_HALL_MS)})`;
