import { count, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { branches } from "#db/schema/people.ts";
import { questionSets } from "#db/schema/practices.ts";
import { can } from "#domain/access.ts";
import { pageSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { setsOf, sizeOfSet } from "./find-set.ts";
import { SET_KINDS } from "./set-fields.ts";

const PAGE_SIZE = 50;

/** The sets of the branches one makes sets for, newest first, with how often each was practised. */
export const listSetsDesk = query({
  at: "GET /api/desk/sets",
  input: z.strictObject({ page: pageSchema }),
  output: z.object({
    sets: z.array(
      z.object({
        id: z.number(),
        title: z.string(),
        kind: z.enum(SET_KINDS),
        branchName: z.string(),
        questions: z.number(),
        opensAt: z.date().nullable(),
        closesAt: z.date().nullable(),
        publishedAt: z.date().nullable(),
        runs: z.number(),
      }),
    ),
    total: z.number(),
    page: z.number(),
  }),
  door: "desk",
  may: can.seeSets,
  async run(db, { page }, { viewer }) {
    const { id, title, kind, opensAt, closesAt, publishedAt } = questionSets;
    const sets = await db
      .select({
        ...{ id, title, kind, opensAt, closesAt, publishedAt },
        branchName: branches.name,
        questions: sizeOfSet,
        runs: sql<number>`(select count(*)::int from practices p where p.set_id = ${id} and p.finished_at is not null)`,
      })
      .from(questionSets)
      .innerJoin(branches, eq(branches.id, questionSets.branchId))
      .where(setsOf(viewer))
      .orderBy(desc(id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE);
    const [all] = await db
      .select({ total: count() })
      .from(questionSets)
      .innerJoin(branches, eq(branches.id, questionSets.branchId))
      .where(setsOf(viewer));
    return { sets, total: all?.total ?? 0, page };
  },
});
