import { answerPool } from "#server/attempts/answer-pool.ts";

/** What a process said of whom it waits for counts for so long. */
const WORD_MS = 5_000;

/** Who has answered the question. */
export async function listAnswerers(gameId: number, questionNo: number): Promise<Set<number>> {
  const { rows } = await answerPool().query<[string]>({
    name: "game-answerers",
    rowMode: "array",
    text: "select player_id from game_answers where game_id = $1 and question_no = $2",
    values: [gameId, questionNo],
  });
  return new Set(rows.map(([id]) => Number(id)));
}

type Wait = Readonly<{ gameId: number; process: string; stateSeq: number; waiting: number; now: Date }>;

/** Writes down for how many of its phones a live process waits. */
export async function tellWaits({ gameId, process, stateSeq, waiting, now }: Wait): Promise<void> {
  await answerPool().query({
    name: "tell-game-waits",
    text: `insert into game_waits (game_id, process, state_seq, waiting, told_at) values ($1, $2, $3, $4, $5)
      on conflict (game_id, process) do update set state_seq = excluded.state_seq, waiting = excluded.waiting, told_at = excluded.told_at`,
    values: [gameId, process, stateSeq, waiting, now],
  });
}

/**
 * Closes the answers of the question that was put with this state, when no process waits for anybody: one statement, so that of two
 * processes, and of a host who presses in the same moment, one does it. What was received before counts. The step is nobody's.
 */
export async function closeWhenAllAnswered(gameId: number, stateSeq: number, now: Date): Promise<boolean> {
  const { rowCount } = await answerPool().query({
    name: "close-when-all-answered",
    text: `with closed as (
        update games g set closes_at = $3, state_seq = g.state_seq + 1
        where g.id = $1 and g.state_seq = $2 and g.stage = 'question' and g.paused_at is null and g.opens_at <= $3 and g.closes_at > $3
          and not exists (select 1 from game_waits w where w.game_id = g.id and w.state_seq = $2 and w.waiting > 0
            and w.told_at > $3::timestamptz - make_interval(secs => $4))
        returning g.id, g.state_seq, g.question_no
      ) insert into game_moves (game_id, state_seq, act, question_no, moved_by, moved_at)
      select id, state_seq, 'close', question_no, null, $3 from closed`,
    values: [gameId, stateSeq, now, WORD_MS / 1_000],
  });
  return rowCount === 1;
}
