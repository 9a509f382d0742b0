import { resumedTimes } from "#domain/games/game-clock.ts";
import { Refusal } from "#domain/refusal.ts";
import { gameAct } from "./game-act.ts";

/** Goes on with as much time as was left. */
export const resumeGame = gameAct({
  at: "POST /api/desk/games/:id/resume",
  refusals: ["game-not-paused"],
  move(_tx, game, { now }) {
    if (!game.pausedAt) throw new Refusal("game-not-paused");
    return { act: "resume", pausedAt: null, resumesAt: null, ...resumedTimes(game, now) };
  },
});
