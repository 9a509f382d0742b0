import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { gamePlayers } from "#db/schema/games.ts";
import { can } from "#domain/access.ts";
import { gameRulesSchema } from "#domain/games/rules.ts";
import { Refusal } from "#domain/refusal.ts";
import { mintGameTicket } from "#server/attempts/ticket.ts";
import { query } from "#server/verb.ts";
import { findGameByCode } from "./find-game.ts";
import { codeSchema } from "./join-game.ts";

/** A game as its player's phone needs it once; everything that moves comes by the stream that the ticket opens. */
export const getGame = query({
  at: "GET /api/live/:code",
  input: z.strictObject({ code: codeSchema }),
  output: z.object({
    id: z.number(),
    code: z.string(),
    title: z.string(),
    branchName: z.string(),
    rules: gameRulesSchema,
    total: z.number(),
    teams: z.array(z.string()),
    isOver: z.boolean(),
    mayRun: z.boolean(),
    /** Null: not joined yet. */
    player: z.object({ id: z.number(), isRemoved: z.boolean(), timePercent: z.number(), ticket: z.string() }).nullable(),
    serverNow: z.date(),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { code }, { viewer, now }) {
    const game = await findGameByCode(db, code);
    if (!game || !can.playGame(viewer, game)) throw new Refusal("not-found");
    const { personId, sessionId } = viewer;
    const [player] = await db
      .select({ id: gamePlayers.id, removedAt: gamePlayers.removedAt, timePercent: gamePlayers.timePercent })
      .from(gamePlayers)
      .where(and(eq(gamePlayers.gameId, game.id), eq(gamePlayers.personId, personId)));
    const { id, title, branchName, rules, teams, versionIds, stage } = game;
    return {
      ...{ id, code: game.code, title, branchName, rules, teams, total: versionIds.length, isOver: stage === "over" },
      mayRun: can.runGame(viewer, game),
      player: player
        ? {
            ...{ id: player.id, isRemoved: player.removedAt !== null, timePercent: player.timePercent },
            ticket: mintGameTicket({ gameId: id, playerId: player.id, timePercent: player.timePercent, personId, sessionId, now }),
          }
        : null,
      serverNow: now,
    };
  },
});
