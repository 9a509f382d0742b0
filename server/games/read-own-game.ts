import type { Response } from "#domain/questions/question.ts";
import { answerPool } from "#server/attempts/answer-pool.ts";
import { patiently } from "#server/attempts/patiently.ts";
import { rideAlong } from "#server/attempts/ride-along.ts";
import type { GameRoom, StandingAnswer } from "./read-game-room.ts";
import { type OwnSay, ownSayIn } from "./read-prompt.ts";

type Asked = Readonly<{ gameId: number; questionNo: number; playerId: number; promptId: number | null }>;
/** A player as the table has it now: what a phone that comes back must know of itself. */
export type OwnPlayer = Readonly<{
  team: number | null;
  isCaptain: boolean;
  isRemoved: boolean;
  answer: StandingAnswer | null;
  say: OwnSay | null;
}>;
type Row = [
  at: number,
  team: number | null,
  isCaptain: boolean,
  isRemoved: boolean,
  response: Response,
  seq: number | null,
  receivedAt: Date | null,
  milli: number | null,
  isRight: boolean | null,
  pick: number | null,
  words: string[] | null,
  votes: string[],
];

async function read(asked: readonly Asked[]): Promise<(OwnPlayer | null)[]> {
  const { rows } = await answerPool().query<Row>({
    name: "own-players",
    rowMode: "array",
    text: `select i.n, y.team, y.is_captain, y.removed_at is not null, w.response, w.seq, w.received_at, w.milli, w.is_right, s.pick, s.words,
        case when i.prompt_id is null then '{}' else array(select v.ask_id from game_ask_votes v join game_asks a on a.id = v.ask_id
          where v.player_id = i.player_id and v.is_on and a.prompt_id = i.prompt_id) end
      from unnest($1::int[], $2::bigint[], $3::int[], $4::bigint[], $5::bigint[]) as i(n, game_id, question_no, player_id, prompt_id)
      join lateral (select * from game_players y where y.id = i.player_id and y.game_id = i.game_id limit 1) y on true
      left join lateral (select * from game_answers w where w.game_id = i.game_id and w.question_no = i.question_no
        and w.player_id = i.player_id limit 1) w on true
      left join lateral (select * from game_says s where s.prompt_id = i.prompt_id and s.player_id = i.player_id limit 1) s on true`,
    values: [
      [...asked.keys()],
      asked.map(({ gameId }) => gameId),
      asked.map(({ questionNo }) => questionNo),
      asked.map(({ playerId }) => playerId),
      asked.map(({ promptId }) => promptId),
    ],
  });
  const found: (OwnPlayer | null)[] = asked.map(() => null);
  for (const [at, team, isCaptain, isRemoved, response, seq, receivedAt, milli, isRight, pick, words, votes] of rows) {
    const answer = seq !== null && receivedAt !== null ? { response, seq, receivedAt, milli: milli ?? 0, isRight: isRight ?? false } : null;
    const promptId = asked[at]?.promptId ?? null;
    const say = promptId === null ? null : { promptId, pick, words, votes: votes.map(Number) };
    found[at] = { team, isCaptain, isRemoved, answer, say };
  }
  return found;
}

const reading = rideAlong<Asked, OwnPlayer | null>({ carry: (asked) => patiently(() => read(asked)), most: 2_000, seats: 50_000 });

/** The same as the room was read with, in memory; undefined for whom it does not know. */
export function ownPlayerIn({ players, current, prompt }: GameRoom, playerId: number): OwnPlayer | undefined {
  const player = players.get(playerId);
  if (!player) return undefined;
  const { team, isCaptain } = player;
  return { team, isCaptain, isRemoved: false, answer: current.get(playerId) ?? null, say: ownSayIn(prompt, playerId) };
}

/** A player's own row and standing answer; null for nobody. Five thousand phones that come back at once ask in three statements. */
export const readOwnPlayer = (asked: Asked): Promise<OwnPlayer | null> => reading.join(asked);
