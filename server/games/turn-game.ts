import { eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { gamePlayers } from "#db/schema/games.ts";
import { questionVersions } from "#db/schema/questions.ts";
import { nextStep, timesOf } from "#domain/games/game-clock.ts";
import type { Game } from "./find-game.ts";
import { gameAct, type Moved } from "./game-act.ts";
import { shutPrompt } from "./shut-prompt.ts";

/** When the question that is put now opens and closes: by its stem, and by the slowest reader who plays (D16). */
async function timesOfQuestion(tx: Tx, game: Game, questionNo: number, now: Date) {
  const [version] = await tx
    .select({ stem: questionVersions.stem })
    .from(questionVersions)
    .where(inArray(questionVersions.id, [game.versionIds[questionNo] ?? 0]));
  const [most] = await tx
    .select({ percent: sql<number | null>`max(${gamePlayers.timePercent}) filter (where ${gamePlayers.removedAt} is null)` })
    .from(gamePlayers)
    .where(eq(gamePlayers.gameId, game.id));
  const { windowMs, team } = game.rules;
  return timesOf({ stem: version?.stem ?? "", windowMs, percent: most?.percent ?? 100, isTalked: team === "captain" }, now);
}

/**
 * Goes one step on: the first question, the reveal once answers are closed, the board, the next question, the podium, the end. Never while
 * answers may still come (`game-is-open`): closing early is an act of its own. What the room was asked beside the questions is put away.
 */
export const turnGame = gameAct({
  at: "POST /api/desk/games/:id/turn",
  refusals: ["game-is-open", "game-paused"],
  async move(tx, game, { now }): Promise<Moved> {
    const step = { ...nextStep(game, game.versionIds.length, now), promptId: null };
    await shutPrompt(tx, game, now);
    if (step.act === "question")
      return { ...step, ...(await timesOfQuestion(tx, game, step.questionNo, now)), ...(game.startedAt ? {} : { startedAt: now }) };
    return step.act === "end" ? { ...step, endedAt: now } : step;
  },
});
