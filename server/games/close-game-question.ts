import { phaseOf } from "#domain/games/game-clock.ts";
import { Refusal } from "#domain/refusal.ts";
import { gameAct } from "./game-act.ts";

/** Closes the answers before their time. What was received before this moment counts; a question that is still being read was never open. */
export const closeGameQuestion = gameAct({
  at: "POST /api/desk/games/:id/close",
  refusals: ["game-not-open", "game-paused"],
  move(_tx, game, { now }) {
    if (game.pausedAt) throw new Refusal("game-paused");
    const phase = phaseOf(game, now);
    if (phase !== "open" && phase !== "reading") throw new Refusal("game-not-open");
    return { act: "close", closesAt: now, opensAt: phase === "reading" ? now : game.opensAt };
  },
});
