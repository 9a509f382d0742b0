import { z } from "zod";
import { gamePrompts } from "#db/schema/games.ts";
import { can } from "#domain/access.ts";
import { phaseOf } from "#domain/games/game-clock.ts";
import { MOST_OPTIONS, PROMPT_KINDS } from "#domain/games/prompts.ts";
import { Refusal } from "#domain/refusal.ts";
import { lineSchema } from "#server/input-schemas.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { lockGame } from "./find-game.ts";
import { actInput, actOn, actOutput } from "./game-act.ts";
import { shutPrompt } from "./shut-prompt.ts";

/**
 * Puts something to the room beside the questions: a poll, words for a cloud, or the word to the room itself. It is open at once; what
 * was there before is closed. Never while a question is read or answered (`game-is-open`).
 */
export const openPrompt = command({
  at: "POST /api/desk/games/:id/prompts",
  input: actInput.extend({
    kind: z.enum(PROMPT_KINDS),
    title: lineSchema(120),
    /** Of a poll, two to eight. */
    options: z.array(lineSchema(60)).max(MOST_OPTIONS).default([]),
  }),
  output: actOutput,
  refusals: ["game-over", "game-is-open", "prompt-options"],
  door: "desk",
  load: (tx, { id }) => lockGame(tx, id),
  may: can.runGame,
  run: (tx, game, { expected, kind, title, options }, context) =>
    actOn(tx, game, expected, context, async () => {
      const { now, viewer } = context;
      const phase = phaseOf(game, now);
      if (phase === "reading" || phase === "open") throw new Refusal("game-is-open");
      const isWrong = kind === "poll" ? options.length < 2 || new Set(options).size < options.length : options.length > 0;
      if (isWrong) throw fieldRefusal("options", "prompt-options");
      await shutPrompt(tx, game, now);
      const row = { gameId: game.id, kind, title, options, openedBy: viewer.personId, openedAt: now };
      const [made] = await tx.insert(gamePrompts).values(row).returning({ id: gamePrompts.id });
      return { act: "prompt", promptId: made?.id ?? null };
    }),
});
