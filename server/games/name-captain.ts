import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { gamePlayers } from "#db/schema/games.ts";
import { can } from "#domain/access.ts";
import { phaseOf } from "#domain/games/game-clock.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockPlayer } from "./remove-player.ts";

/** Names another captain, between questions: a team has one answer to each. What the captain before answered stays the team's. */
export const nameCaptain = command({
  at: "POST /api/desk/games/:id/players/:playerId/captain",
  input: z.strictObject({ id: idSchema, playerId: idSchema }),
  output: z.object({ done: z.literal(true) }),
  refusals: ["game-no-captains", "game-removed", "game-is-open"],
  door: "desk",
  load: (tx, { id, playerId }) => lockPlayer(tx, id, playerId),
  may: can.runGame,
  async run(tx, { id, player, ...game }, _input, { now }) {
    const { rules } = game;
    if (rules.team !== "captain" || player.team === null) throw new Refusal("game-no-captains");
    if (player.removedAt) throw new Refusal("game-removed");
    const phase = phaseOf(game, now);
    if (phase === "reading" || phase === "open") throw new Refusal("game-is-open");
    const ofTeam = and(eq(gamePlayers.gameId, id), eq(gamePlayers.team, player.team), isNull(gamePlayers.removedAt));
    await tx.update(gamePlayers).set({ isCaptain: false }).where(ofTeam);
    await tx.update(gamePlayers).set({ isCaptain: true }).where(eq(gamePlayers.id, player.id));
    return { done: true as const };
  },
});
