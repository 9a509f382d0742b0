import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { recordOutcome } from "#server/outcomes/record-outcome.ts";

type Row = { item_id: string; person_id: string; finished_at: Date; ended_by: string; score_milli: number; worth: number };

/** Ten-thousandths of a full score, rounded down: what is just below a pass mark stays below it. */
export const partsOf = (milli: number, worth: number): number => (worth === 0 ? 0 : Math.floor((milli * 10_000) / worth));

/** Takes down what an ended attempt at a quiz came to. One that only ran out of time was not handed in: it is used up and completes nothing. */
export async function recordQuiz(tx: Tx, attemptId: number): Promise<void> {
  const { rows } = await tx.execute<Row>(sql`
    select q.item_id, q.person_id, a.finished_at, a.ended_by, coalesce(t.score_milli, 0) as score_milli,
      (select sum(each)::int from unnest(a.worths) as each) as worth
    from quiz_attempts q join attempts a on a.id = q.attempt_id left join attempt_totals t on t.attempt_id = a.id
    where a.id = ${attemptId} and a.state = 'finished'`);
  const row = rows[0];
  if (row?.ended_by !== "person") return;
  const at = new Date(row.finished_at);
  await recordOutcome(tx, {
    personId: Number(row.person_id),
    kind: "quiz",
    subjectId: Number(row.item_id),
    completedAt: at,
    score: partsOf(row.score_milli, row.worth),
    now: at,
  });
}
