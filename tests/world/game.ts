import pg from "pg";
import { databaseUrl } from "#db/connection.ts";
import { getGame } from "#server/games/get-game.ts";
import { joinGame } from "#server/games/join-game.ts";
import { makeGame } from "#server/games/make-game.ts";
import { takeGameAnswer } from "#server/games/take-game-answer.ts";
import { turnGame } from "#server/games/turn-game.ts";
import { aPublishedQuestion, aQuestionDesk } from "./questions.ts";
import { told } from "./tell.ts";

/** A bank of six single choices whose right option is 乙, and a host; made once for a file. */
export async function aGameHouse() {
  const house = await aQuestionDesk();
  for (let at = 0; at < 6; at += 1) await aPublishedQuestion(house);
  return house;
}
type House = Awaited<ReturnType<typeof aGameHouse>>;

/** A game of so many questions in its lobby. */
export async function aGame(house: House, over: { rules?: object; teams?: string[]; count?: number } = {}, now = new Date()) {
  const { rules = {}, teams = [], count = 3 } = over;
  const form = { title: "周五现场答题", branchId: house.root, rules, teams, lines: [{ count }] };
  return told(makeGame, house.organizer, form, now);
}

/** Joined, with what the phone holds. */
export async function joined(personId: number, code: string, team?: number, now = new Date()) {
  await told(joinGame, personId, { code, ...(team === undefined ? {} : { team }) }, now);
  const { id, player } = await told(getGame, personId, { code }, now);
  if (!player) throw new Error("did not join");
  return { gameId: id, playerId: player.id, ticket: player.ticket };
}
export type Joined = Awaited<ReturnType<typeof joined>>;

const db = () => new pg.Client({ connectionString: databaseUrl() });
async function asked<T>(text: string, values: unknown[]): Promise<T[]> {
  const client = db();
  await client.connect();
  try {
    return (await client.query(text, values)).rows as T[];
  } finally {
    await client.end();
  }
}

type Row = { state_seq: number; stage: string; question_no: number; opens_at: Date; closes_at: Date; paused_at: Date | null };
/** The row of a game as it stands. */
export async function rowOf(id: number): Promise<Row> {
  return (
    await asked<Row>("select state_seq, stage, question_no, opens_at, closes_at, paused_at from games where id = $1", [id])
  )[0] as Row;
}
export const answersOf = (id: number) =>
  asked<{ question_no: number; player_id: string; seq: number; milli: number; is_right: boolean; response_ms: number }>(
    "select question_no, player_id, seq, milli, is_right, response_ms from game_answers where game_id = $1 order by 1, 2",
    [id],
  );

/** One press of "on" by whoever runs it, on the state as it stands. */
export async function turn(personId: number, id: number, now: Date) {
  return told(turnGame, personId, { id, expected: (await rowOf(id)).state_seq }, now);
}

/** The place at which a game shows the option 乙, which is right; another place is wrong. */
export async function placeOfRight(gameId: number, questionNo: number): Promise<number> {
  const { gamePresentation } = await import("#server/games/game-question.ts");
  const [row] = await asked<{ body: never }>(
    "select v.body from games g join question_versions v on v.id = g.version_ids[$2] where g.id = $1",
    [gameId, questionNo + 1],
  );
  return gamePresentation(gameId, questionNo, row?.body as never).indexOf(1);
}

/** Says right or wrong, received then. */
export async function answers(player: Joined, questionNo: number, isRight: boolean, receivedAt: Date, more: object = {}) {
  const right = await placeOfRight(player.gameId, questionNo);
  const response = { picks: [isRight ? right : (right + 1) % 3] };
  return takeGameAnswer(player.gameId, { ticket: player.ticket, questionNo, response, ...more }, receivedAt);
}
