import { type Placed, placed, type Standing, type TeamStanding, teamStandings } from "#domain/games/game-board.ts";
import { GAME_STAGES, streakOf } from "#domain/games/game-clock.ts";
import type { QuestionBody, QuestionKey, Response } from "#domain/questions/question.ts";
import { answerPool } from "#server/attempts/answer-pool.ts";
import { findLiveGame, type LiveGame } from "./game-facts.ts";
import { type RoomPrompt, readPrompt } from "./read-prompt.ts";

export type GamePlayer = Readonly<{ id: number; name: string; branch: string; team: number | null; isCaptain: boolean }>;
/** What stands of a player for the question that is or was last put. */
export type StandingAnswer = Readonly<{ response: Response; seq: number; receivedAt: Date; milli: number; isRight: boolean }>;
type Question = Readonly<{ body: QuestionBody; key: QuestionKey; explanation: string }>;

/** A game as it stands at one moment, with all that screens and phones are told of it, each in its turn. */
export type GameRoom = Readonly<{
  game: LiveGame;
  title: string;
  code: string;
  teams: readonly string[];
  players: ReadonlyMap<number, GamePlayer>;
  standings: ReadonlyMap<number, Placed<Standing>>;
  teamBoard: readonly Placed<TeamStanding>[];
  current: ReadonlyMap<number, StandingAnswer>;
  question: Question | null;
  /** How many right in a row, of whom it is shown: nobody's where only rightness counts (D3). */
  streaks: ReadonlyMap<number, number>;
  prompt: RoomPrompt | null;
}>;

/** Up to which question what was answered may show in anything that is told: to the one before while answers may come. */
export const toldUpTo = ({ stage, questionNo }: Pick<LiveGame, "stage" | "questionNo">): number =>
  GAME_STAGES.indexOf(stage) < GAME_STAGES.indexOf("revealed") ? questionNo - 1 : questionNo;

async function questionOf(game: LiveGame): Promise<Question | null> {
  if (game.stage === "lobby") return null;
  const { rows } = await answerPool().query<Question>({
    name: "game-question",
    text: "select v.body, k.key, k.explanation from question_versions v join question_keys k on k.version_id = v.id where v.id = $1",
    values: [game.versionIds[game.questionNo]],
  });
  return rows[0] ?? null;
}

async function playersOf(gameId: number): Promise<GamePlayer[]> {
  const { rows } = await answerPool().query<[string, string, string, number | null, boolean]>({
    name: "game-players",
    rowMode: "array",
    text: `select y.id, p.name, b.name, y.team, y.is_captain from game_players y join people p on p.id = y.person_id
      join branches b on b.id = p.branch_id where y.game_id = $1 and y.removed_at is null order by y.id`,
    values: [gameId],
  });
  return rows.map(([id, name, branch, team, isCaptain]) => ({ id: Number(id), name, branch, team, isCaptain }));
}

async function sumsOf(gameId: number, upTo: number): Promise<Map<number, Standing>> {
  const { rows } = await answerPool().query<[string, string, string, string]>({
    name: "game-sums",
    rowMode: "array",
    text: `select player_id, sum(milli), count(*) filter (where is_right), coalesce(sum(response_ms) filter (where is_right), 0)
      from game_answers where game_id = $1 and question_no <= $2 group by player_id`,
    values: [gameId, upTo],
  });
  return new Map(
    rows.map(([id, milli, right, rightMs]) => [
      Number(id),
      { id: Number(id), milli: Number(milli), right: Number(right), rightMs: Number(rightMs) },
    ]),
  );
}

async function streaksOf({ id, rules }: LiveGame, upTo: number): Promise<Map<number, number>> {
  if (rules.mode === "accuracy" || upTo < 0) return new Map();
  const { rows } = await answerPool().query<[string, number[]]>({
    name: "game-rights",
    rowMode: "array",
    text: `select player_id, array_agg(question_no) from game_answers
      where game_id = $1 and question_no <= $2 and is_right group by player_id`,
    values: [id, upTo],
  });
  return new Map(rows.map(([playerId, rights]) => [Number(playerId), streakOf(rights, upTo)]));
}

async function currentOf(game: LiveGame): Promise<Map<number, StandingAnswer>> {
  const { rows } = await answerPool().query<[string, Response, number, Date, number, boolean]>({
    name: "game-current",
    rowMode: "array",
    text: "select player_id, response, seq, received_at, milli, is_right from game_answers where game_id = $1 and question_no = $2",
    values: [game.id, game.questionNo],
  });
  return new Map(
    rows.map(([id, response, seq, receivedAt, milli, isRight]) => [Number(id), { response, seq, receivedAt, milli, isRight }]),
  );
}

/**
 * Reads it all; null when there is no such game. `known`: who plays, where nobody came, went or was named since it was read; five thousand
 * names are the longest of the lists, and the host's acts change none of them.
 */
export async function readGameRoom(gameId: number, known?: ReadonlyMap<number, GamePlayer>): Promise<GameRoom | null> {
  const game = await findLiveGame(gameId, true);
  if (!game) return null;
  const { rows } = await answerPool().query<{ title: string; code: string; teams: string[] }>({
    name: "game-names",
    text: "select title, code, teams from games where id = $1",
    values: [gameId],
  });
  const [players, sums, current, question, streaks, prompt] = await Promise.all([
    known ? [...known.values()] : playersOf(gameId),
    sumsOf(gameId, toldUpTo(game)),
    currentOf(game),
    questionOf(game),
    streaksOf(game, toldUpTo(game)),
    readPrompt(game.promptId),
  ]);
  const { title = "", code = "", teams = [] } = rows[0] ?? {};
  const scored = players.map((player) => ({ ...player, ...(sums.get(player.id) ?? { milli: 0, right: 0, rightMs: 0 }) }));
  const board = placed(scored.map(({ id, milli, right, rightMs }) => ({ id, milli, right, rightMs })));
  const teamBoard = placed(teamStandings(game.rules.team, teams.length, scored));
  const byId = known ?? new Map(players.map((player) => [player.id, player]));
  const standings = new Map(board.map((one) => [one.id, one]));
  return { game, title, code, teams, players: byId, standings, teamBoard, current, question, streaks, prompt };
}
