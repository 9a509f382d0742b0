import type { Response } from "#domain/questions/question.ts";
import { answerPool } from "./answer-pool.ts";

/** A judged answer on its way to the table. `response` has the author's places. */
export type JudgedAnswer = Readonly<{
  attemptId: number;
  slot: number;
  seq: number;
  response: Response;
  receivedAt: Date;
  milli: number;
  isRight: boolean;
  /** The sign-in it came by; absent where no device sent it. */
  sessionId?: string;
}>;
export const OUTCOMES = ["saved", "stale", "late", "ended"] as const;
/** Beside what a device is told as an outcome: another device answers this attempt now, and this one is refused. */
export type AnswerOutcome = (typeof OUTCOMES)[number] | "taken-over";
/** What became of it, and the sequence that stands in its slot now (0: none). */
export type StoredAnswer = Readonly<{ outcome: AnswerOutcome; seq: number }>;

/**
 * All of it in one statement: attempts locked in share mode in the order of their number (I9: a finish waits for us or we for it),
 * the verdict by state and deadline, the higher sequence kept (I8), the attempt's totals moved by the difference, the event appended.
 * The inner lateral reads keep their `limit 1`: it holds the planner to one look-up by key for each row.
 */
const STATEMENT = `
with input as materialized (
  select * from unnest($1::int[], $2::bigint[], $3::int[], $4::int[], $5::jsonb[], $6::timestamptz[], $7::int[], $8::bool[], $10::uuid[])
    as i(n, attempt_id, slot, seq, response, received_at, milli, is_right, session_id)
), open as materialized (
  select a.id, a.ends_at, a.state, a.seat from attempts a where a.id = any($9::bigint[]) order by a.id for share
), judged as materialized (
  select i.*, p.seq as prior_seq, p.response as prior_response, p.milli as prior_milli, p.is_right as prior_right,
    case when o.state <> 'in_progress' then 'ended' when i.received_at >= o.ends_at then 'late'
      when o.seat <> i.session_id then 'taken-over' end as refused
  from input i join open o on o.id = i.attempt_id
  left join lateral (select * from answers w where w.attempt_id = i.attempt_id and w.slot = i.slot limit 1) p on true
), saved as (
  insert into answers as stood (attempt_id, slot, response, seq, received_at, milli, is_right)
  select attempt_id, slot, response, seq, received_at, milli, is_right from judged
  where refused is null and seq > coalesce(prior_seq, 0) order by attempt_id, slot
  on conflict (attempt_id, slot) do update set
    response = case when excluded.seq > stood.seq then excluded.response else stood.response end,
    received_at = case when excluded.seq > stood.seq then excluded.received_at else stood.received_at end,
    milli = case when excluded.seq > stood.seq then excluded.milli else stood.milli end,
    is_right = case when excluded.seq > stood.seq then excluded.is_right else stood.is_right end,
    seq = greatest(excluded.seq, stood.seq)
  returning attempt_id, slot, seq, response
), told as materialized (
  select j.*, coalesce(s.seq, j.prior_seq, 0) as standing_seq,
    coalesce(j.refused, case when coalesce(s.seq, j.prior_seq) = j.seq
      and (case when s.seq is null then j.prior_response else s.response end) is not distinct from j.response then 'saved' else 'stale' end) as outcome,
    s.seq is not null as is_fresh
  from judged j left join saved s on s.attempt_id = j.attempt_id and s.slot = j.slot
), totals as (
  insert into attempt_totals as t (attempt_id, answered, score_milli, right_count, last_scoring_at)
  select attempt_id, sum((response is not null)::int - (prior_response is not null)::int), sum(milli - coalesce(prior_milli, 0)),
    sum(is_right::int - coalesce(prior_right, false)::int), max(received_at) filter (where milli > 0)
  from told where is_fresh and outcome = 'saved' group by attempt_id order by attempt_id
  on conflict (attempt_id) do update set answered = t.answered + excluded.answered, score_milli = t.score_milli + excluded.score_milli,
    right_count = t.right_count + excluded.right_count, last_scoring_at = greatest(t.last_scoring_at, excluded.last_scoring_at)
), events as (
  insert into answer_events (attempt_id, slot, seq, response, received_at, outcome)
  select attempt_id, slot, seq, response, received_at, outcome from told order by n
)
select n, outcome, standing_seq from told`;

type Row = [n: number, outcome: AnswerOutcome, seq: number];

const list = (values: readonly (number | boolean | string)[]): string => `{${values.join(",")}}`;
/** One element of a jsonb[] literal; no answer is SQL's null. */
const element = (response: Response): string => (response === null ? "NULL" : `"${JSON.stringify(response).replace(/["\\]/g, "\\$&")}"`);

/**
 * Stores answers of different slots in one durable statement and tells what became of each, in the order given. What a slot already
 * holds with the same sequence and response is told "saved" again. An attempt that does not exist is told "ended".
 */
export async function storeAnswers(rows: readonly JudgedAnswer[]): Promise<StoredAnswer[]> {
  // Sorted by key: batches that lock in different orders deadlock (performance.md, traps).
  const order = [...rows.keys()].sort((a, b) => {
    const one = rows[a] as JudgedAnswer;
    const other = rows[b] as JudgedAnswer;
    return one.attemptId - other.attemptId || one.slot - other.slot;
  });
  const sorted = order.map((at) => rows[at] as JudgedAnswer);
  const found = await answerPool().query<Row>({
    name: "store-answers",
    text: STATEMENT,
    rowMode: "array",
    values: [
      list(order),
      list(sorted.map((row) => row.attemptId)),
      list(sorted.map((row) => row.slot)),
      list(sorted.map((row) => row.seq)),
      list(sorted.map((row) => element(row.response))),
      list(sorted.map((row) => `"${row.receivedAt.toISOString()}"`)),
      list(sorted.map((row) => row.milli)),
      list(sorted.map((row) => row.isRight)),
      list([...new Set(sorted.map((row) => row.attemptId))]),
      list(sorted.map((row) => row.sessionId ?? "NULL")),
    ],
  });
  const told: StoredAnswer[] = rows.map(() => ({ outcome: "ended", seq: 0 }));
  for (const [at, outcome, seq] of found.rows) told[at] = { outcome, seq };
  return told;
}
