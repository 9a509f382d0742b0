import { gameAct } from "./game-act.ts";
import { shutPrompt } from "./shut-prompt.ts";

/** Ends the game, wherever it stands: no answer is taken any more, and the board is what was answered so far. */
export const endGame = gameAct({
  at: "POST /api/desk/games/:id/end",
  refusals: [],
  async move(tx, game, { now }) {
    await shutPrompt(tx, game, now);
    return { act: "end", stage: "over", pausedAt: null, resumesAt: null, promptId: null, endedAt: now };
  },
});
