import { desc, eq, or, sql } from "drizzle-orm";
import { z } from "zod";
import { halls } from "#db/schema/halls.ts";
import { branches } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { pageSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";

const PAGE_SIZE = 50;

/** `can.runContest` over finals joined with their branch, in SQL. */
function runBy({ offices }: Member) {
  const tops = offices.filter(({ office }) => office === "admin" || office === "organizer");
  return tops.length === 0 ? sql`false` : or(...tops.map(({ path }) => sql`starts_with(${branches.path}, ${path})`));
}

/** The finals that one may lead, newest first. */
export const listHalls = query({
  at: "GET /api/desk/halls",
  input: z.strictObject({ page: pageSchema }),
  output: z.object({
    halls: z.array(
      z.object({
        id: z.number(),
        title: z.string(),
        branchName: z.string(),
        sides: z.number(),
        rounds: z.number(),
        phase: z.enum(["ready", "running", "over"]),
        createdAt: z.date(),
      }),
    ),
    total: z.number(),
    page: z.number(),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, { page }, { viewer }) {
    const rows = await db
      .select({
        ...{
          id: halls.id,
          title: halls.title,
          branchName: branches.name,
          rules: halls.rules,
          createdAt: halls.createdAt,
          phase: halls.phase,
        },
        sides: sql<number>`(select count(*)::int from hall_sides s where s.hall_id = ${halls.id})`,
      })
      .from(halls)
      .innerJoin(branches, eq(branches.id, halls.branchId))
      .where(runBy(viewer))
      .orderBy(desc(halls.id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE);
    const [all] = await db
      .select({ total: sql<number>`count(*)::int` })
      .from(halls)
      .innerJoin(branches, eq(branches.id, halls.branchId))
      .where(runBy(viewer));
    return {
      halls: rows.map(({ rules, ...row }) => ({ ...row, rounds: rules.rounds.length })),
      total: all?.total ?? 0,
      page,
    };
  },
});
