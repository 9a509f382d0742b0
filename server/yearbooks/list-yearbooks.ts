import { and, asc, desc, eq, isNull, or, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { groups } from "#db/schema/groups.ts";
import { meetings } from "#db/schema/meetings.ts";
import { branches } from "#db/schema/people.ts";
import { yearbooks } from "#db/schema/records.ts";
import { can, OVERSEERS } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { inSubtrees } from "#server/branches/in-subtrees.ts";
import { visibleGroups } from "#server/groups/group-facts.ts";
import { wasHeld, yearOfMeeting } from "#server/register/held-meetings.ts";
import { query } from "#server/verb.ts";
import { addressOfBranch } from "./book-owner.ts";

const MOST = 300;

const ofBook = {
  year: sql<number>`${yearOfMeeting}`.as("year_met"),
  meetings: sql<number>`count(*)::int`,
  builtAt: sql<Date | null>`max(${yearbooks.builtAt})`.mapWith(yearbooks.builtAt),
  characters: sql<number | null>`max(${yearbooks.characters})`,
};

/** Years of the groups one may see (can.seeYearbook said in SQL). */
const groupYears = (db: Db, viewer: Member) =>
  db
    .select({ of: { address: groups.slug, name: groups.name }, ...ofBook })
    .from(meetings)
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .innerJoin(branches, eq(branches.id, groups.branchId))
    .leftJoin(yearbooks, and(eq(yearbooks.groupId, groups.id), eq(yearbooks.year, yearOfMeeting)))
    .where(and(visibleGroups(viewer), wasHeld))
    .groupBy(groups.id, groups.slug, groups.name, sql`year_met`)
    .orderBy(desc(sql`year_met`), asc(groups.name))
    .limit(MOST);

/** Years of one's own branch and of those one's office looks after; what its private groups held does not count. */
const branchYears = (db: Db, viewer: Member) =>
  db
    .select({ of: { id: branches.id, name: branches.name }, ...ofBook })
    .from(meetings)
    .innerJoin(branches, eq(branches.id, meetings.branchId))
    .leftJoin(groups, eq(groups.id, meetings.groupId))
    .leftJoin(yearbooks, and(isNull(yearbooks.groupId), eq(yearbooks.branchId, branches.id), eq(yearbooks.year, yearOfMeeting)))
    .where(and(or(eq(branches.id, viewer.branchId), inSubtrees(viewer, OVERSEERS)), sql`not coalesce(${groups.isPrivate}, false)`, wasHeld))
    .groupBy(branches.id, branches.name, sql`year_met`)
    .orderBy(desc(sql`year_met`), asc(branches.name))
    .limit(MOST);

/** The years in which groups and branches one may see have met, with the book of the year where there is one. */
export const listYearbooks = query({
  at: "GET /api/yearbooks",
  input: z.strictObject({}),
  output: z.object({
    items: z.array(
      z.object({
        of: z.object({ address: z.string(), name: z.string(), isBranch: z.boolean() }),
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
    const [ofGroups, ofBranches] = [await groupYears(db, viewer), await branchYears(db, viewer)];
    const items = [
      ...ofGroups.map(({ of, ...book }) => ({ of: { ...of, isBranch: false }, ...book })),
      ...ofBranches.map(({ of: { id, name }, ...book }) => ({ of: { address: addressOfBranch(id), name, isBranch: true }, ...book })),
    ];
    return { items: items.toSorted((one, other) => other.year - one.year) };
  },
});
