import { Refusal } from "#domain/refusal.ts";

/** What the host's acts lead through; inside `question` the clock alone goes from reading to open to closed. */
export const GAME_STAGES = ["lobby", "question", "revealed", "board", "podium", "over"] as const;
export type GameStage = (typeof GAME_STAGES)[number];
export const GAME_PHASES = ["lobby", "reading", "open", "closed", "revealed", "board", "podium", "over"] as const;
export type GamePhase = (typeof GAME_PHASES)[number];
export const GAME_ACTS = ["question", "close", "reveal", "board", "podium", "end", "pause", "resume", "prompt", "unprompt"] as const;
export type GameAct = (typeof GAME_ACTS)[number];

export type GameFacts = Readonly<{
  stage: GameStage;
  questionNo: number;
  opensAt: Date | null;
  closesAt: Date | null;
  pausedAt: Date | null;
}>;
type Times = Pick<GameFacts, "opensAt" | "closesAt">;

const READ_MIN_MS = 3_000;
const READ_MAX_MS = 20_000;
const READ_A_CHARACTER_MS = 250;
/** What a team has to talk before its captain answers. */
const TALK_MS = 5_000;

/** D3: a quarter of a second for each Chinese character of the stem, no less than three seconds and no more than twenty. */
export function readMs(stem: string): number {
  const characters = stem.match(/\p{Script=Han}/gu)?.length ?? 0;
  return Math.min(READ_MAX_MS, Math.max(READ_MIN_MS, characters * READ_A_CHARACTER_MS));
}

/** When a question that is put now opens and closes. `percent`: the largest personal factor of those who play. */
export function timesOf(question: { stem: string; windowMs: number; percent: number; isTalked: boolean }, now: Date) {
  const opensMs = now.getTime() + readMs(question.stem) + (question.isTalked ? TALK_MS : 0);
  const longMs = Math.ceil((question.windowMs * question.percent) / 100);
  return { opensAt: new Date(opensMs), closesAt: new Date(opensMs + longMs) };
}

/** Where a game stands at a moment: from its row alone, so that no restart and no absent host moves it. Windows are half-open. */
export function phaseOf({ stage, opensAt, closesAt, pausedAt }: GameFacts, now: Date): GamePhase {
  if (stage !== "question") return stage;
  const at = (pausedAt ?? now).getTime();
  if (opensAt && at < opensAt.getTime()) return "reading";
  return closesAt && at < closesAt.getTime() ? "open" : "closed";
}

/** What is left of the time to answer when it is paused, goes on when it is resumed. */
export function resumedTimes({ opensAt, closesAt, pausedAt }: GameFacts, now: Date): Times {
  if (!pausedAt || !opensAt || !closesAt || pausedAt >= closesAt) return { opensAt, closesAt };
  const stood = now.getTime() - pausedAt.getTime();
  return { opensAt: new Date(opensAt.getTime() + stood), closesAt: new Date(closesAt.getTime() + stood) };
}

/** Whoever made a game may wait for the day: one that never began ends by itself after two weeks in its lobby. */
export const LOBBY_DAYS = 14;

/** When a game that nobody touches any more ends by itself: by its printed time once it has begun. */
export function abandonedAt({ startedAt, touchedAt, idleMs }: { startedAt: Date | null; touchedAt: Date; idleMs: number }): Date {
  return new Date(touchedAt.getTime() + (startedAt ? idleMs : LOBBY_DAYS * 86_400_000));
}

/** How many questions in a row were answered rightly, up to the last that was revealed. Shown, and never counted (D3). */
export function streakOf(rightNos: Iterable<number>, upTo: number): number {
  const right = new Set(rightNos);
  let streak = 0;
  while (right.has(upTo - streak)) streak += 1;
  return streak;
}

export type Step = Readonly<{ act: GameAct; stage: GameStage; questionNo: number }>;

/** The one step that "on" leads to from here. Refuses while answers may still come, while it is paused, and when there is no more. */
export function nextStep(game: GameFacts, questions: number, now: Date): Step {
  const { questionNo } = game;
  if (game.stage === "over") throw new Refusal("game-over");
  if (game.pausedAt) throw new Refusal("game-paused");
  switch (phaseOf(game, now)) {
    case "lobby":
      return { act: "question", stage: "question", questionNo };
    case "closed":
      return { act: "reveal", stage: "revealed", questionNo };
    case "revealed":
      return { act: "board", stage: "board", questionNo };
    case "board":
      return questionNo + 1 < questions
        ? { act: "question", stage: "question", questionNo: questionNo + 1 }
        : { act: "podium", stage: "podium", questionNo };
    case "podium":
      return { act: "end", stage: "over", questionNo };
    default:
      throw new Refusal("game-is-open");
  }
}

/** Why an answer received then is none to the open question; null when it is. */
export function whyNotTaken(game: GameFacts, questionNo: number, receivedAt: Date): string | null {
  if (game.stage === "lobby" || questionNo > game.questionNo) return "game-not-yet";
  if (questionNo < game.questionNo || game.stage === "over" || !game.opensAt || !game.closesAt) return "game-late";
  if (game.pausedAt && receivedAt >= game.pausedAt) return game.pausedAt < game.closesAt ? "game-paused" : "game-late";
  if (receivedAt < game.opensAt) return "game-not-yet";
  return receivedAt < game.closesAt ? null : "game-late";
}
