import { count, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { arenas } from "#db/schema/arenas.ts";
import { branches } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { arenaPhaseOf } from "#domain/matches/shared-arena.ts";
import { pageSchema } from "#server/input-schemas.ts";
import { areMatchesOn } from "#server/matches/refuse-in-light-burden.ts";
import { query } from "#server/verb.ts";
import { arenasOf } from "./find-arena.ts";
import { arenaLineSchema } from "./said-of-arena.ts";

const PAGE_SIZE = 50;

/** The arenas one may run, newest first; and whether there are duels here at all. */
export const listArenasDesk = query({
  at: "GET /api/desk/arenas",
  input: z.strictObject({ page: pageSchema }),
  output: z.object({
    isOn: z.boolean(),
    arenas: z.array(arenaLineSchema.extend({ duels: z.number() })),
    total: z.number(),
    page: z.number(),
  }),
  door: "desk",
  may: can.seeArenasDesk,
  async run(db, { page }, { viewer, now }) {
    const { id, title, opensAt, closesAt, cancelledAt } = arenas;
    const rows = await db
      .select({
        ...{ id, title, opensAt, closesAt, cancelledAt, branchName: branches.name },
        duels: sql<number>`(select count(*)::int from matches m where m.arena_id = ${id})`,
      })
      .from(arenas)
      .innerJoin(branches, eq(branches.id, arenas.branchId))
      .where(arenasOf(viewer))
      .orderBy(desc(opensAt), desc(id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE);
    const [all] = await db
      .select({ total: count() })
      .from(arenas)
      .innerJoin(branches, eq(branches.id, arenas.branchId))
      .where(arenasOf(viewer));
    return {
      isOn: await areMatchesOn(db),
      arenas: rows.map((row) => ({ ...row, phase: arenaPhaseOf(row, now) })),
      total: all?.total ?? 0,
      page,
    };
  },
});
