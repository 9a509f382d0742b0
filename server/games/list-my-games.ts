import { and, desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { gamePlayers, games } from "#db/schema/games.ts";
import { can } from "#domain/access.ts";
import { query } from "#server/verb.ts";

/** The games one has joined and that are not over: the way back for whoever lost the page. */
export const listMyGames = query({
  at: "GET /api/live",
  input: z.strictObject({}),
  output: z.object({ games: z.array(z.object({ code: z.string(), title: z.string() })) }),
  door: "play",
  may: can.beSignedIn,
  async run(db, _input, { viewer: { personId } }) {
    const mine = and(eq(gamePlayers.personId, personId), isNull(gamePlayers.removedAt), isNull(games.endedAt));
    const rows = await db
      .select({ code: games.code, title: games.title })
      .from(gamePlayers)
      .innerJoin(games, eq(games.id, gamePlayers.gameId))
      .where(mine)
      .orderBy(desc(games.id))
      .limit(10);
    return { games: rows };
  },
});
