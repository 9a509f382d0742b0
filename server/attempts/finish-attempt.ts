import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { AttemptState } from "#domain/attempts/attempt-states.ts";
import { joinFrozenBoard } from "#server/boards/freeze-board.ts";
import { recountEntry } from "#server/contests/recount-entry.ts";
import { recordQuiz } from "#server/programmes/record-quiz.ts";
import { perLevelOf, type SummedRow, sumLevels } from "./sum-levels.ts";

type Ended = { state: AttemptState; finishedAt: Date };

type AttemptRow = { state: AttemptState; due_at: Date; finished_at: Date | null; entry_id: string | null };

/**
 * Ends an attempt once: locks it, then sums what stands (a statement of its own, so that it sees every save it waited for; I9),
 * then recounts the entry, or takes down the quiz. Ended by the clock, it finished at its due time (D1). Called again, it tells the same.
 */
export async function finishAttempt(
  tx: Tx,
  attemptId: number,
  endedBy: "person" | "clock" | "organizer" | "rules",
  now: Date,
): Promise<Ended | null> {
  const locked = await tx.execute<AttemptRow>(
    sql`select state, due_at, finished_at, entry_id from attempts where id = ${attemptId} for update`,
  );
  const attempt = locked.rows[0];
  if (!attempt) return null;
  if (attempt.state !== "in_progress") return { state: attempt.state, finishedAt: new Date(attempt.finished_at ?? attempt.due_at) };

  const dueAt = new Date(attempt.due_at);
  const finishedAt = endedBy === "clock" || now > dueAt ? dueAt : now;
  await sumAnswers(tx, attemptId);
  await tx.execute(
    sql`update attempts set state = 'finished', finished_at = ${finishedAt}, ended_by = ${endedBy} where id = ${attemptId} and state = 'in_progress'`,
  );
  if (attempt.entry_id !== null) {
    await recountEntry(tx, Number(attempt.entry_id), now);
    await joinFrozenBoard(tx, attemptId, now);
  } else await recordQuiz(tx, attemptId);
  return { state: "finished", finishedAt };
}

/** Writes an attempt's totals anew from the answers that stand: a pure function of facts (I13). */
export async function sumAnswers(tx: Tx, attemptId: number): Promise<void> {
  const { rows } = await tx.execute<SummedRow>(sql`
    insert into attempt_totals (attempt_id, answered, score_milli, right_count, last_scoring_at)
    select ${attemptId}::bigint, count(*) filter (where jsonb_typeof(response) <> 'null'), coalesce(sum(milli), 0), count(*) filter (where is_right),
      max(received_at) filter (where milli > 0)
    from answers where attempt_id = ${attemptId}
    on conflict (attempt_id) do update set answered = excluded.answered, score_milli = excluded.score_milli,
      right_count = excluded.right_count, last_scoring_at = excluded.last_scoring_at
    returning attempt_id, ${perLevelOf(sql`attempt_totals.attempt_id`)} as per_level`);
  await sumLevels(tx, rows);
}
