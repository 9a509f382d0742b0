import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { command } from "#server/verb.ts";
import { lockGame } from "./find-game.ts";
import { actInput, actOn, actOutput } from "./game-act.ts";
import { shutPrompt } from "./shut-prompt.ts";

/** Closes what the room is asked beside the questions, so that everybody sees what came of it; or puts it away. */
export const endPrompt = command({
  at: "POST /api/desk/games/:id/prompts/end",
  input: actInput.extend({ what: z.enum(["close", "clear"]) }),
  output: actOutput,
  refusals: ["game-over", "no-prompt"],
  door: "desk",
  load: (tx, { id }) => lockGame(tx, id),
  may: can.runGame,
  run: (tx, game, { expected, what }, context) =>
    actOn(tx, game, expected, context, async () => {
      if (game.promptId === null) throw new Refusal("no-prompt");
      await shutPrompt(tx, game, context.now);
      return { act: "unprompt", ...(what === "clear" && { promptId: null }) };
    }),
});
