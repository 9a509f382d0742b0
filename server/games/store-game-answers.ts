import type { Response } from "#domain/questions/question.ts";
import { answerPool } from "#server/attempts/answer-pool.ts";

/** A judged answer on its way to the table. `response` has the author's places; `stateSeq` is the state it was judged by. */
export type JudgedGameAnswer = Readonly<{
  gameId: number;
  questionNo: number;
  playerId: number;
  versionId: number;
  stateSeq: number;
  seq: number;
  response: Response;
  receivedAt: Date;
  responseMs: number;
  milli: number;
  isRight: boolean;
}>;

/**
 * `saved`: it stands. `stands`: another one, given before, does. `moved`: the game has moved on since it was judged, which is to be done
 * again. `gone`: no player of this game any more. `captain`: the team's captain answers.
 */
type GameAnswerOutcome = "saved" | "stands" | "moved" | "gone" | "captain";
export type StoredGameAnswer = Readonly<{ outcome: GameAnswerOutcome; response: Response; receivedAt: Date; seq: number }>;

/**
 * All of it in one statement: the games held in share mode (a host's act waits for us or we for it) and compared with the state each
 * answer was judged by; the first answer kept, or the higher sequence where changes are allowed; the event appended. A row that another
 * process wrote meanwhile is not seen by the look before it: that answer is told `moved`, and finds it the next time.
 */
const STATEMENT = `
with input as materialized (
  select * from unnest($1::int[], $2::bigint[], $3::int[], $4::bigint[], $5::bigint[], $6::int[], $7::int[], $8::jsonb[], $9::timestamptz[],
      $10::int[], $11::int[], $12::bool[])
    as i(n, game_id, question_no, player_id, version_id, state_seq, seq, response, received_at, response_ms, milli, is_right)
), held as materialized (
  select g.id, g.state_seq, (g.rules->>'allowChange')::bool as allows, g.rules->>'team' = 'captain' as by_captain
  from games g where g.id = any($13::bigint[]) order by g.id for share
), judged as materialized (
  select i.*, h.allows, p.response as prior_response, p.seq as prior_seq, p.received_at as prior_at,
    case when y.id is null then 'gone' when h.by_captain and not y.is_captain then 'captain'
      when h.state_seq <> i.state_seq then 'moved' end as refused
  from input i left join held h on h.id = i.game_id
  left join lateral (select id, is_captain from game_players y where y.id = i.player_id and y.game_id = i.game_id and y.removed_at is null limit 1) y on true
  left join lateral (select * from game_answers w where w.game_id = i.game_id and w.question_no = i.question_no
    and w.player_id = i.player_id limit 1) p on true
), saved as (
  insert into game_answers as stood (game_id, question_no, player_id, version_id, response, seq, received_at, response_ms, milli, is_right)
  select game_id, question_no, player_id, version_id, response, seq, received_at, response_ms, milli, is_right from judged
  where refused is null and (prior_seq is null or (allows and seq > prior_seq)) order by game_id, question_no, player_id
  on conflict (game_id, question_no, player_id) do update set response = excluded.response, seq = excluded.seq,
    received_at = excluded.received_at, response_ms = excluded.response_ms, milli = excluded.milli, is_right = excluded.is_right
  where excluded.seq > stood.seq and (select h.allows from held h where h.id = stood.game_id)
  returning game_id, question_no, player_id
), told as materialized (
  select j.*, s.player_id is not null as is_fresh,
    coalesce(j.refused, case when s.player_id is not null or j.prior_response = j.response then 'saved' when j.prior_seq is null then 'moved'
      else 'stands' end) as outcome
  from judged j left join saved s on s.game_id = j.game_id and s.question_no = j.question_no and s.player_id = j.player_id
), events as (
  insert into game_answer_events (game_id, question_no, player_id, seq, response, received_at, outcome)
  select game_id, question_no, player_id, seq, response, received_at, outcome from told where outcome in ('saved', 'stands') order by n
)
select n, outcome, case when is_fresh then response else prior_response end, case when is_fresh then received_at else prior_at end,
  case when is_fresh then seq else prior_seq end from told`;

type Row = [n: number, outcome: GameAnswerOutcome, response: Response, receivedAt: Date | null, seq: number | null];

const list = (values: readonly (number | boolean | string)[]): string => `{${values.join(",")}}`;
const element = (response: Response): string => `"${JSON.stringify(response).replace(/["\\]/g, "\\$&")}"`;

/** Stores answers of different players and questions in one durable statement and tells what became of each, in the order given. */
export async function storeGameAnswers(rows: readonly JudgedGameAnswer[]): Promise<StoredGameAnswer[]> {
  // Sorted by key: batches that lock in different orders deadlock (performance.md, traps).
  const order = [...rows.keys()].sort((a, b) => {
    const [one, other] = [rows[a] as JudgedGameAnswer, rows[b] as JudgedGameAnswer];
    return one.gameId - other.gameId || one.questionNo - other.questionNo || one.playerId - other.playerId;
  });
  const sorted = order.map((at) => rows[at] as JudgedGameAnswer);
  const found = await answerPool().query<Row>({
    name: "store-game-answers",
    text: STATEMENT,
    rowMode: "array",
    values: [
      list(order),
      list(sorted.map((row) => row.gameId)),
      list(sorted.map((row) => row.questionNo)),
      list(sorted.map((row) => row.playerId)),
      list(sorted.map((row) => row.versionId)),
      list(sorted.map((row) => row.stateSeq)),
      list(sorted.map((row) => row.seq)),
      list(sorted.map((row) => element(row.response))),
      list(sorted.map((row) => `"${row.receivedAt.toISOString()}"`)),
      list(sorted.map((row) => row.responseMs)),
      list(sorted.map((row) => row.milli)),
      list(sorted.map((row) => row.isRight)),
      list([...new Set(sorted.map((row) => row.gameId))]),
    ],
  });
  const told: StoredGameAnswer[] = rows.map((row) => ({
    outcome: "gone",
    response: row.response,
    receivedAt: row.receivedAt,
    seq: row.seq,
  }));
  for (const [at, outcome, response, receivedAt, seq] of found.rows) {
    const given = rows[at] as JudgedGameAnswer;
    told[at] = { outcome, response: response ?? given.response, receivedAt: receivedAt ?? given.receivedAt, seq: seq ?? given.seq };
  }
  return told;
}
