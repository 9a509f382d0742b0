import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { blankable } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockGame } from "./find-game.ts";
import { actInput, actOn, actOutput } from "./game-act.ts";

const MINUTE_MS = 60_000;

/**
 * Stops the clock where it is: no answer is taken until the game goes on, and what is left of the time is kept. With `minutes` it is a break
 * that the room sees counted down; going on stays the host's press.
 */
export const pauseGame = command({
  at: "POST /api/desk/games/:id/pause",
  input: actInput.extend({ minutes: blankable(z.coerce.number().int().min(1).max(180)) }),
  output: actOutput,
  refusals: ["game-over", "game-paused"],
  door: "desk",
  load: (tx, { id }) => lockGame(tx, id),
  may: can.runGame,
  run: (tx, game, { expected, minutes }, context) =>
    actOn(tx, game, expected, context, () => {
      if (game.pausedAt) throw new Refusal("game-paused");
      const resumesAt = minutes === undefined ? null : new Date(context.now.getTime() + minutes * MINUTE_MS);
      return { act: "pause", pausedAt: context.now, resumesAt };
    }),
});
