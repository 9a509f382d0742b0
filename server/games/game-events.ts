// Above 150 lines: what is told to whom of a game is read together.
import type { GameStage } from "#domain/games/game-clock.ts";
import type { PromptKind } from "#domain/games/prompts.ts";
import type { GameRules } from "#domain/games/rules.ts";
import { type Presentation, type ShownBody, shownBody, shownKey } from "#domain/papers/presentation.ts";
import { shownResponse } from "#domain/papers/shown-response.ts";
import type { QuestionBody, QuestionKey, Response } from "#domain/questions/question.ts";
import { gamePresentation } from "./game-question.ts";
import { type GameRoom, type StandingAnswer, toldUpTo } from "./read-game-room.ts";
import type { OwnPlayer } from "./read-own-game.ts";
import type { OwnSay, RoomPrompt, ToldOfPrompt } from "./read-prompt.ts";

const TOP = 5;
/** The names a lobby shows: the last to come. */
const NAMES = 80;

type Place = Readonly<{ place: number; label: string; milli: number }>;
type Reveal = Readonly<{
  key: QuestionKey;
  explanation: string;
  /** How many chose each option, as shown; of a judgement: true, false. */
  counts: readonly number[];
  answered: number;
  right: number;
}>;
type Prompt = Readonly<{ id: number; kind: PromptKind; title: string; options: readonly string[]; isOpen: boolean }>;
type SharedGame = Readonly<{
  stateSeq: number;
  stage: GameStage;
  questionNo: number;
  total: number;
  opensAt: string | null;
  closesAt: string | null;
  pausedAt: string | null;
  /** When the host means to go on after a break. */
  resumesAt: string | null;
  rules: GameRules;
  question: ShownBody | null;
  reveal: Reveal | null;
  board: Readonly<{ top: readonly Place[]; teams: readonly Place[] }> | null;
  /** What the room is asked beside the questions. */
  prompt: Prompt | null;
}>;

/** What the stream of a game says, one member an event name. */
export type GameEvents = {
  clock: { serverNow: string };
  /** To everybody alike. Neither key, explanation nor distribution before the host reveals them. */
  game: SharedGame;
  /** To consoles and big screens besides: who is there, and how many have answered. */
  crowd: Readonly<{ stateSeq: number; players: number; answered: number; names: readonly string[] }>;
  /** What came of the prompt so far: to screens at once, to phones what does not lead them. */
  prompt: ToldOfPrompt;
  /** To each player alone. */
  own: Readonly<{
    playerId: number;
    isRemoved: boolean;
    team: string | null;
    isCaptain: boolean;
    milli: number;
    right: number;
    place: number | null;
    of: number;
    gapMilli: number | null;
    /** How many right in a row; null where it is not shown. */
    streak: number | null;
    say: OwnSay | null;
    /** What stands for the question put last; `milli` and `isRight` once it is revealed. */
    answer: Readonly<{
      questionNo: number;
      response: Response;
      seq: number;
      receivedAt: string;
      milli: number | null;
      isRight: boolean | null;
    }> | null;
  }>;
};

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function countsOf(body: QuestionBody, presentation: Presentation, answers: Iterable<StandingAnswer>): number[] {
  const counts = body.kind === "truefalse" ? [0, 0] : presentation.map(() => 0);
  for (const { response } of answers) {
    const shown = shownResponse(response, presentation, body);
    const chosen = shown && "truth" in shown ? [shown.truth ? 0 : 1] : shown && "picks" in shown ? shown.picks : [];
    for (const place of chosen) counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

function revealOf({ game, question, current }: GameRoom): Reveal | null {
  if (!question || toldUpTo(game) < game.questionNo || game.stage === "podium" || game.stage === "over") return null;
  const { body, key, explanation } = question;
  const presentation = gamePresentation(game.id, game.questionNo, body);
  return {
    key: shownKey(key, presentation, body),
    explanation,
    counts: countsOf(body, presentation, current.values()),
    answered: current.size,
    right: [...current.values()].filter(({ isRight }) => isRight).length,
  };
}

function boardOf({ game, players, standings, teamBoard, teams }: GameRoom): SharedGame["board"] {
  if (game.stage !== "board" && game.stage !== "podium" && game.stage !== "over") return null;
  const labels = new Map([...players.values()].map(({ id, name, branch }) => [id, game.rules.names === "names" ? name : branch]));
  return {
    // Whoever shares the fifth place is not left out of it.
    top: [...standings.values()]
      .filter(({ place }) => place <= TOP)
      .slice(0, 2 * TOP)
      .map(({ id, place, milli }) => ({ place, label: labels.get(id) ?? "", milli })),
    teams: teamBoard.map(({ team, place, milli }) => ({ place, label: teams[team] ?? "", milli })),
  };
}

const headOf = ({ id, kind, title, options, isOpen }: RoomPrompt): Prompt => ({ id, kind, title, options, isOpen });

/** What everybody may know of a game at this moment. */
export function sharedGame(room: GameRoom): SharedGame {
  const { game, question } = room;
  const { stateSeq, stage, questionNo, opensAt, closesAt, pausedAt, rules } = game;
  const isAsked = question !== null && stage !== "podium" && stage !== "over";
  return {
    ...{ stateSeq, stage, questionNo, total: game.versionIds.length, rules },
    ...{ opensAt: iso(opensAt), closesAt: iso(closesAt), pausedAt: iso(pausedAt), resumesAt: iso(game.resumesAt) },
    question: isAsked ? shownBody(question.body, gamePresentation(game.id, questionNo, question.body)) : null,
    ...{ reveal: revealOf(room), board: boardOf(room), prompt: room.prompt && headOf(room.prompt) },
  };
}

/** What a hall is shown besides. `answered`: as of the last look. */
export function crowdOf({ game, players }: GameRoom, answered: number): GameEvents["crowd"] {
  const labels = [...players.values()].map(({ name, branch }) => (game.rules.names === "names" ? name : branch));
  const isLobby = game.stage === "lobby";
  return { stateSeq: game.stateSeq, players: players.size, answered, names: isLobby ? labels.slice(-NAMES) : [] };
}

/** What one player is told of oneself: places and points up to the last question that was revealed. */
export function ownGame(room: GameRoom, playerId: number, own: OwnPlayer): GameEvents["own"] {
  const { game, question, standings, teams, streaks } = room;
  const standing = standings.get(playerId);
  const isTold = toldUpTo(game) >= game.questionNo;
  const { answer } = own;
  return {
    ...{ playerId, isRemoved: own.isRemoved, team: own.team === null ? null : (teams[own.team] ?? null), isCaptain: own.isCaptain },
    ...{ milli: standing?.milli ?? 0, right: standing?.right ?? 0, of: Math.max(standings.size, standing ? 0 : 1) },
    ...{ place: toldUpTo(game) < 0 ? null : (standing?.place ?? null), gapMilli: standing?.gapMilli ?? null },
    streak: game.rules.mode === "accuracy" ? null : (streaks.get(playerId) ?? 0),
    say: own.say,
    answer:
      answer && question
        ? {
            response: shownResponse(answer.response, gamePresentation(game.id, game.questionNo, question.body), question.body),
            ...{ questionNo: game.questionNo, seq: answer.seq, receivedAt: answer.receivedAt.toISOString() },
            ...{ milli: isTold ? answer.milli : null, isRight: isTold ? answer.isRight : null },
          }
        : null,
  };
}
