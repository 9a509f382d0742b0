import { and, asc, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { groups } from "#db/schema/groups.ts";
import { meetings } from "#db/schema/meetings.ts";
import { branches } from "#db/schema/people.ts";
import { yearbooks } from "#db/schema/records.ts";
import { can } from "#domain/access.ts";
import { visibleGroups } from "#server/groups/group-facts.ts";
import { wasHeld, yearOfMeeting } from "#server/register/held-meetings.ts";
import { query } from "#server/verb.ts";

const MOST = 300;

/** The years of every group one may see in which it met, with the book of the year where there is one. */
export const listYearbooks = query({
  at: "GET /api/yearbooks",
  input: z.strictObject({}),
  output: z.object({
    items: z.array(
      z.object({
        group: z.object({ slug: z.string(), name: z.string() }),
        year: z.number(),
        meetings: z.number(),
        builtAt: z.date().nullable(),
        characters: z.number().nullable(),
      }),
    ),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, _input, { viewer }) {
    const ofYear = and(eq(yearbooks.groupId, groups.id), eq(yearbooks.year, yearOfMeeting));
    const items = await db
      .select({
        group: { slug: groups.slug, name: groups.name },
        year: sql<number>`${yearOfMeeting}`.as("year_met"),
        meetings: sql<number>`count(*)::int`,
        builtAt: sql<Date | null>`max(${yearbooks.builtAt})`.mapWith(yearbooks.builtAt),
        characters: sql<number | null>`max(${yearbooks.characters})`,
      })
      .from(meetings)
      .innerJoin(groups, eq(groups.id, meetings.groupId))
      .innerJoin(branches, eq(branches.id, groups.branchId))
      .leftJoin(yearbooks, ofYear)
      .where(and(visibleGroups(viewer), wasHeld))
      .groupBy(groups.id, groups.slug, groups.name, sql`year_met`)
      .orderBy(desc(sql`year_met`), asc(groups.name))
      .limit(MOST);
    return { items };
  },
});
