import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { gamePrompts, gameWords } from "#db/schema/games.ts";
import { can } from "#domain/access.ts";
import { WORD_LENGTH, WORD_STATES, wordKey } from "#domain/games/prompts.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema, lineSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { findGame } from "./find-game.ts";

/** A game with a prompt of it; undefined when there is none of that number. */
export async function findPromptedGame(tx: Tx, id: number, promptId: number) {
  const game = await findGame(tx, id);
  const [prompt] = await tx
    .select({ id: gamePrompts.id })
    .from(gamePrompts)
    .where(and(eq(gamePrompts.id, promptId), eq(gamePrompts.gameId, id)));
  return game && prompt ? game : undefined;
}

/** Shows words of a cloud to the room, or puts them away. Until then nobody but the host sees them. */
export const decideWord = command({
  at: "POST /api/desk/games/:id/prompts/:promptId/words",
  input: z.strictObject({
    id: idSchema,
    promptId: idSchema,
    words: z
      .array(lineSchema(2 * WORD_LENGTH))
      .min(1)
      .max(200),
    state: z.enum(WORD_STATES),
  }),
  output: z.object({ done: z.literal(true) }),
  door: "desk",
  load: (tx, { id, promptId }) => findPromptedGame(tx, id, promptId),
  may: can.runGame,
  async run(tx, game, { promptId, words, state }, context) {
    const decided = { state, decidedBy: context.viewer.personId, decidedAt: context.now };
    const keys = [...new Set(words.map(wordKey))].filter((word) => word !== "").sort();
    if (keys.length > 0)
      await tx
        .insert(gameWords)
        .values(keys.map((word) => ({ promptId, word, ...decided })))
        .onConflictDoUpdate({
          target: [gameWords.promptId, gameWords.word],
          set: { state: sql`excluded.state`, decidedBy: sql`excluded.decided_by`, decidedAt: sql`excluded.decided_at` },
        });
    const entry = { action: "game.words", object: "game", objectId: game.id, branchId: game.branchId };
    await writeAudit(tx, { context, ...entry, after: { promptId, words: keys, state } });
    return { done: true as const };
  },
});
