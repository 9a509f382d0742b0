import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { groups } from "#db/schema/groups.ts";
import { meetings } from "#db/schema/meetings.ts";
import { branches } from "#db/schema/people.ts";
import { meetingRecords } from "#db/schema/records.ts";
import { can } from "#domain/access.ts";
import { pageSchema } from "#server/input-schemas.ts";
import { readableRecords } from "#server/meetings/meeting-facts.ts";
import { query } from "#server/verb.ts";
import { wasHeld, yearOfMeeting } from "./held-meetings.ts";
import { countRegistered, listRegistered } from "./list-register.ts";
import { registerFilter } from "./register-fields.ts";

const PAGE_SIZE = 20;
const MOST_CHOICES = 300;

const stateOf = (lockedAt: Date | null, signed: boolean) =>
  (lockedAt ? "locked" : signed ? "signed" : "draft") as "draft" | "signed" | "locked";

/** What was studied, when, by whom led: the meetings whose records one may read, with the years, groups and branches to choose from. */
export const getRegister = query({
  at: "GET /api/register",
  input: z.strictObject({ ...registerFilter, page: pageSchema }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.number(),
        title: z.string(),
        kind: z.object({ name: z.string(), nameEn: z.string() }),
        group: z.string().nullable(),
        branch: z.string(),
        startsAt: z.date(),
        studied: z.array(z.string()),
        leadReader: z.string().nullable(),
        chair: z.string().nullable(),
        ...{ listed: z.number(), attended: z.number(), spoke: z.number() },
        record: z.enum(["draft", "signed", "locked"]),
      }),
    ),
    total: z.number(),
    page: z.number(),
    pageSize: z.number(),
    years: z.array(z.number()),
    groups: z.array(z.object({ slug: z.string(), name: z.string() })),
    branches: z.array(z.object({ id: z.number(), name: z.string() })),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { page, ...filter }, { viewer }) {
    const rows = await listRegistered(db, viewer, filter, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
    const known = await db
      .select({
        year: yearOfMeeting,
        slug: groups.slug,
        group: groups.name,
        branchId: branches.id,
        branch: branches.name,
      })
      .from(meetings)
      .innerJoin(branches, eq(branches.id, meetings.branchId))
      .leftJoin(groups, eq(groups.id, meetings.groupId))
      .leftJoin(meetingRecords, eq(meetingRecords.meetingId, meetings.id))
      .where(and(readableRecords(viewer), wasHeld))
      .groupBy(sql`1`, groups.slug, groups.name, branches.id, branches.name)
      .orderBy(asc(branches.name))
      .limit(MOST_CHOICES);
    const groupNames = new Map(known.flatMap(({ slug, group }) => (slug && group ? [[slug, group] as const] : [])));
    const branchNames = new Map(known.map(({ branchId, branch }) => [branchId, branch]));
    return {
      items: rows.map(({ lockedAt, signed, ...row }) => ({ ...row, record: stateOf(lockedAt, signed) })),
      ...{ total: await countRegistered(db, viewer, filter), page, pageSize: PAGE_SIZE },
      years: [...new Set(known.map(({ year }) => year))].sort((one, other) => other - one),
      groups: [...groupNames].map(([slug, name]) => ({ slug, name })),
      branches: [...branchNames].map(([id, name]) => ({ id, name })),
    };
  },
});
