import { desc, eq, or, sql } from "drizzle-orm";
import { z } from "zod";
import { games } from "#db/schema/games.ts";
import { branches } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { GAME_STAGES } from "#domain/games/game-clock.ts";
import type { Member } from "#domain/people/viewer.ts";
import { pageSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";

const PAGE_SIZE = 50;

/** `can.runGame` over games joined with their branch, in SQL. */
function runBy({ offices }: Member) {
  const tops = offices.filter(({ office }) => office === "admin" || office === "organizer");
  return tops.length === 0 ? sql`false` : or(...tops.map(({ path }) => sql`starts_with(${branches.path}, ${path})`));
}

/** The games one may run, newest first. */
export const listGamesDesk = query({
  at: "GET /api/desk/games",
  input: z.strictObject({ page: pageSchema }),
  output: z.object({
    games: z.array(
      z.object({
        id: z.number(),
        code: z.string(),
        title: z.string(),
        branchName: z.string(),
        stage: z.enum(GAME_STAGES),
        total: z.number(),
        players: z.number(),
        createdAt: z.date(),
      }),
    ),
    total: z.number(),
    page: z.number(),
  }),
  door: "desk",
  may: can.seeGamesDesk,
  async run(db, { page }, { viewer }) {
    const where = runBy(viewer);
    const rows = await db
      .select({
        ...{ id: games.id, code: games.code, title: games.title, branchName: branches.name, stage: games.stage },
        ...{ total: sql<number>`cardinality(${games.versionIds})`, createdAt: games.createdAt },
        players: sql<number>`(select count(*) from game_players y where y.game_id = ${games.id} and y.removed_at is null)::int`,
      })
      .from(games)
      .innerJoin(branches, eq(branches.id, games.branchId))
      .where(where)
      .orderBy(desc(games.id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE);
    const [all] = await db
      .select({ total: sql<number>`count(*)::int` })
      .from(games)
      .innerJoin(branches, eq(branches.id, games.branchId))
      .where(where);
    return { games: rows, total: all?.total ?? 0, page };
  },
});
