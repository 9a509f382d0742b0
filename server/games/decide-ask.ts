import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { gameAsks, gamePrompts } from "#db/schema/games.ts";
import { can } from "#domain/access.ts";
import { ASK_STATES } from "#domain/games/prompts.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { findGame } from "./find-game.ts";

async function findAskedGame(tx: Tx, id: number, askId: number) {
  const game = await findGame(tx, id);
  const [ask] = await tx
    .select({ id: gameAsks.id })
    .from(gameAsks)
    .innerJoin(gamePrompts, eq(gamePrompts.id, gameAsks.promptId))
    .where(and(eq(gameAsks.id, askId), eq(gamePrompts.gameId, id)));
  return game && ask ? game : undefined;
}

/** What becomes of a question from the room: shown to everybody, marked as answered, put away, or waiting again. */
export const decideAsk = command({
  at: "POST /api/desk/games/:id/asks/:askId",
  input: z.strictObject({ id: idSchema, askId: idSchema, state: z.enum(ASK_STATES) }),
  output: z.object({ done: z.literal(true) }),
  door: "desk",
  load: (tx, { id, askId }) => findAskedGame(tx, id, askId),
  may: can.runGame,
  async run(tx, game, { askId, state }, context) {
    await tx.update(gameAsks).set({ state, decidedBy: context.viewer.personId, decidedAt: context.now }).where(eq(gameAsks.id, askId));
    const entry = { action: "game.ask", object: "game", objectId: game.id, branchId: game.branchId };
    await writeAudit(tx, { context, ...entry, after: { askId, state } });
    return { done: true as const };
  },
});
