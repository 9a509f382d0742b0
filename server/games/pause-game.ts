import { Refusal } from "#domain/refusal.ts";
import { gameAct } from "./game-act.ts";

/** Stops the clock where it is: no answer is taken until the game goes on, and what is left of the time is kept. */
export const pauseGame = gameAct({
  at: "POST /api/desk/games/:id/pause",
  refusals: ["game-paused"],
  move(_tx, game, { now }) {
    if (game.pausedAt) throw new Refusal("game-paused");
    return { act: "pause", pausedAt: now };
  },
});
