import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "#db/client.ts";
import { gamePlayers } from "#db/schema/games.ts";
import { branches, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { findGame } from "./find-game.ts";

/** Everybody who ever joined, in the order of joining. */
export function playersOfGame(db: Db | Tx, gameId: number) {
  return db
    .select({
      ...{ id: gamePlayers.id, name: people.name, branchName: branches.name, team: gamePlayers.team },
      ...{ isCaptain: gamePlayers.isCaptain, joinedAt: gamePlayers.joinedAt, removedAt: gamePlayers.removedAt },
    })
    .from(gamePlayers)
    .innerJoin(people, eq(people.id, gamePlayers.personId))
    .innerJoin(branches, eq(branches.id, people.branchId))
    .where(eq(gamePlayers.gameId, gameId))
    .orderBy(asc(gamePlayers.id));
}

/** Who plays, for the console: to remove somebody, or to name a captain. */
export const listGamePlayers = query({
  at: "GET /api/desk/games/:id/players",
  input: z.strictObject({ id: idSchema }),
  output: z.object({
    players: z.array(
      z.object({
        id: z.number(),
        name: z.string(),
        branchName: z.string(),
        team: z.number().nullable(),
        isCaptain: z.boolean(),
        isRemoved: z.boolean(),
      }),
    ),
  }),
  door: "desk",
  may: can.seeGamesDesk,
  async run(db, { id }, { viewer }) {
    const game = await findGame(db, id);
    if (!game || !can.runGame(viewer, game)) throw new Refusal("not-found");
    const rows = await playersOfGame(db, id);
    return { players: rows.map(({ removedAt, joinedAt: _joinedAt, ...player }) => ({ ...player, isRemoved: removedAt !== null })) };
  },
});
