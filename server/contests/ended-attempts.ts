import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { AttemptState } from "#domain/attempts/attempt-states.ts";
import type { EndedAttempt } from "#domain/attempts/state.ts";
import { pausedMs } from "#domain/contests/pauses.ts";

type AttemptRow = {
  entry_id: string;
  number: number;
  state: AttemptState;
  started_at: Date;
  finished_at: Date | null;
  closed_at: Date;
  score_milli: number;
  right_count: number;
  last_answer_at: Date | null;
  last_scoring_at: Date | null;
  pauses: { startsAt: string; endsAt: string }[] | null;
  solved: { at: string; wrong: number }[] | null;
};

/** `closedAt`: after it no answer was received that counts. */
export type CountedAttempt = EndedAttempt & Readonly<{ finishedAt: Date | null; closedAt: Date }>;

/** Handed in early, an attempt took its last answer by then; at or after its due time, by the end of its allowance (D1). Of attempts `a`. */
export const closedAtOf = sql`case when a.finished_at < a.due_at then a.finished_at else a.ends_at end`;

function countedAttempt(row: AttemptRow, opensAt: Date): CountedAttempt {
  const startedMs = new Date(row.started_at).getTime();
  const lastMs = row.last_answer_at === null ? startedMs : new Date(row.last_answer_at).getTime();
  return {
    number: row.number,
    scoreMilli: row.score_milli,
    rightCount: row.right_count,
    state: row.state,
    startedAt: new Date(startedMs),
    finishedAt: row.finished_at === null ? null : new Date(row.finished_at),
    closedAt: new Date(row.closed_at),
    totalMs: totalOf(row, startedMs, lastMs),
    ...(row.solved && {
      solved: row.solved.map(({ at, wrong }) => ({ afterMs: totalOf(row, startedMs, new Date(at).getTime()), wrong })),
    }),
    lastScoringMs: row.last_scoring_at === null ? 0 : Math.max(0, new Date(row.last_scoring_at).getTime() - opensAt.getTime()),
  };
}

/** From the start to an answer, as the last counted one (D4.1), never past the finish; what the clock stood still in between is nobody's time. */
function totalOf({ finished_at, started_at, pauses }: AttemptRow, startedMs: number, lastMs: number): number {
  const endMs = Math.min(lastMs, new Date(finished_at ?? started_at).getTime());
  const stood = (pauses ?? []).map(({ startsAt, endsAt }) => ({
    startsAt: new Date(startsAt),
    endsAt: new Date(Math.min(endMs, new Date(endsAt).getTime())),
  }));
  return Math.max(0, endMs - startedMs - pausedMs(stood, new Date(startedMs)));
}

/**
 * Ended attempts of entries of one contest as counting wants them, in order of their number. What was solved when (D4.3) is read off the
 * answers that stand: an answer is its first right try, numbered from 1, as it was judged or ruled on since; one that everybody was given
 * has number 0 and the time of the start, and costs nothing.
 */
export async function endedAttemptsOf(tx: Db | Tx, entryIds: readonly number[], opensAt: Date): Promise<Map<number, CountedAttempt[]>> {
  const { rows } = await tx.execute<AttemptRow>(sql`
    select a.entry_id, a.number, a.state, a.started_at, a.finished_at, ${closedAtOf} as closed_at, coalesce(t.score_milli, 0) as score_milli,
      coalesce(t.right_count, 0) as right_count,
      (select max(n.received_at) from answers n where n.attempt_id = a.id) as last_answer_at,
      case when f.kind in ('ioi', 'icpc') and t.last_scoring_at <= a.started_at then null else t.last_scoring_at end as last_scoring_at,
      (select jsonb_agg(jsonb_build_object('startsAt', p.starts_at, 'endsAt', p.ends_at)) from entries e join branches b on b.id = e.branch_id
        join contest_pauses p on p.contest_id = e.contest_id left join branches o on o.id = p.branch_id
        where e.id = a.entry_id and (p.branch_id is null or b.path like o.path || '%')) as pauses,
      (select jsonb_agg(jsonb_build_object('at', n.received_at, 'wrong', greatest(0, n.seq - 1)))
        from answers n where f.kind = 'icpc' and n.attempt_id = a.id and n.is_right) as solved
    from attempts a join entries own on own.id = a.entry_id left join attempt_totals t on t.attempt_id = a.id
      cross join lateral (select c.rules->'format'->>'kind' as kind from contests c where c.id = own.contest_id) f
    where a.entry_id = any(${sql.param([...entryIds])}::bigint[]) and a.state <> 'in_progress' order by a.entry_id, a.number`);
  const byEntry = new Map<number, CountedAttempt[]>(entryIds.map((id) => [id, []]));
  for (const row of rows) byEntry.get(Number(row.entry_id))?.push(countedAttempt(row, opensAt));
  return byEntry;
}
