import { gameAct } from "./game-act.ts";

/** Ends the game, wherever it stands: no answer is taken any more, and the board is what was answered so far. */
export const endGame = gameAct({
  at: "POST /api/desk/games/:id/end",
  refusals: [],
  move: (_tx, _game, { now }) => ({ act: "end", stage: "over", pausedAt: null, endedAt: now }),
});
