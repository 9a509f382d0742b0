import { and, desc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { z } from "zod";
import { papers } from "#db/schema/papers.ts";
import { branches } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { printedBlueprint } from "#domain/papers/draw-sections.ts";
import { PAPER_KINDS } from "#domain/papers/sections.ts";
import type { Member } from "#domain/people/viewer.ts";
import { flagSchema, pageSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";

const PAGE_SIZE = 50;

/** `can.makeContest` over papers joined with their branch, in SQL. */
function runBy({ offices }: Member) {
  const tops = offices.filter(({ office }) => office === "admin" || office === "organizer");
  return tops.length === 0 ? sql`false` : or(...tops.map(({ path }) => sql`starts_with(${branches.path}, ${path})`));
}

/** The papers one may use, newest first. */
export const listPapers = query({
  at: "GET /api/desk/papers",
  input: z.strictObject({ page: pageSchema, archived: flagSchema.default(false) }),
  output: z.object({
    papers: z.array(
      z.object({
        id: z.number(),
        title: z.string(),
        branchName: z.string(),
        kind: z.enum(PAPER_KINDS),
        sections: z.number(),
        questions: z.number(),
        worth: z.number(),
        changedAt: z.date(),
      }),
    ),
    total: z.number(),
    page: z.number(),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, { page, archived }, { viewer }) {
    const where = and(runBy(viewer), archived ? isNotNull(papers.archivedAt) : isNull(papers.archivedAt));
    const rows = await db
      .select({
        id: papers.id,
        title: papers.title,
        branchName: branches.name,
        kind: papers.kind,
        sections: papers.sections,
        changedAt: papers.changedAt,
      })
      .from(papers)
      .innerJoin(branches, eq(branches.id, papers.branchId))
      .where(where)
      .orderBy(desc(papers.id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE);
    const [all] = await db
      .select({ total: sql<number>`count(*)::int` })
      .from(papers)
      .innerJoin(branches, eq(branches.id, papers.branchId))
      .where(where);
    return {
      papers: rows.map(({ sections, ...row }) => {
        const printed = printedBlueprint(sections);
        return {
          ...row,
          sections: sections.length,
          questions: printed.reduce((sum, line) => sum + line.count, 0),
          worth: printed.reduce((sum, line) => sum + line.count * line.worth, 0),
        };
      }),
      total: all?.total ?? 0,
      page,
    };
  },
});
