import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { gamePlayers } from "#db/schema/games.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockGame } from "./find-game.ts";

/** A player of a game with the game held; undefined when there is none of that number in it. */
export async function lockPlayer(tx: Tx, id: number, playerId: number) {
  const game = await lockGame(tx, id);
  const [player] = await tx
    .select({ id: gamePlayers.id, team: gamePlayers.team, personId: gamePlayers.personId, removedAt: gamePlayers.removedAt })
    .from(gamePlayers)
    .where(and(eq(gamePlayers.id, playerId), eq(gamePlayers.gameId, id)));
  return game && player ? { ...game, player } : undefined;
}

/** Shows somebody out: the place is gone from every board, the answers stay in the record, and the code does not let them in again. */
export const removePlayer = command({
  at: "POST /api/desk/games/:id/players/:playerId/remove",
  input: z.strictObject({ id: idSchema, playerId: idSchema }),
  output: z.object({ done: z.literal(true) }),
  door: "desk",
  load: (tx, { id, playerId }) => lockPlayer(tx, id, playerId),
  may: can.runGame,
  async run(tx, { id, branchId, player }, _input, context) {
    if (player.removedAt) return { done: true as const };
    await tx.update(gamePlayers).set({ removedAt: context.now, isCaptain: false }).where(eq(gamePlayers.id, player.id));
    await writeAudit(tx, { context, action: "game.remove", object: "game", objectId: id, branchId, after: { personId: player.personId } });
    return { done: true as const };
  },
});
