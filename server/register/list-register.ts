import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "#db/client.ts";
import { groups } from "#db/schema/groups.ts";
import { meetingKinds, meetings } from "#db/schema/meetings.ts";
import { branches } from "#db/schema/people.ts";
import { meetingRecords } from "#db/schema/records.ts";
import type { Member } from "#domain/people/viewer.ts";
import { readableRecords } from "#server/meetings/meeting-facts.ts";
import { countsOf, studiedOf, wasHeld, yearOfMeeting } from "./held-meetings.ts";
import type { registerFilter } from "./register-fields.ts";

type Filter = z.output<z.ZodObject<typeof registerFilter>>;

/** Meetings that were held and whose record the viewer may read, as far as the filter lets through. */
export function registered(viewer: Member, { year, group, branch }: Filter): SQL | undefined {
  return and(
    readableRecords(viewer),
    wasHeld,
    year === undefined ? undefined : eq(yearOfMeeting, year),
    group === undefined ? undefined : eq(groups.slug, group),
    branch === undefined
      ? undefined
      : sql`exists (select 1 from branches top where top.id = ${branch} and starts_with(${branches.path}, top.path))`,
  );
}

const nameOf = (id: SQL) => sql<string | null>`(select p.name from people p where p.id = ${id})`;

/** The register: what was studied, when, who led, how many came and spoke; the latest first. */
export async function listRegistered(db: Db, viewer: Member, filter: Filter, { limit, offset }: { limit: number; offset: number }) {
  const { id, title, startsAt } = meetings;
  return db
    .select({
      ...{ id, title, startsAt, ...countsOf },
      kind: { name: meetingKinds.name, nameEn: meetingKinds.nameEn },
      group: groups.name,
      branch: branches.name,
      studied: studiedOf,
      leadReader: nameOf(sql`${meetings.leadReaderId}`),
      chair: nameOf(sql`${meetings.chairId}`),
      lockedAt: meetingRecords.lockedAt,
      signed: sql<boolean>`(select count(*) = 2 from record_signatures rs where rs.meeting_id = ${id} and rs.voided_at is null)`,
    })
    .from(meetings)
    .innerJoin(meetingKinds, eq(meetingKinds.key, meetings.kind))
    .innerJoin(branches, eq(branches.id, meetings.branchId))
    .leftJoin(groups, eq(groups.id, meetings.groupId))
    .leftJoin(meetingRecords, eq(meetingRecords.meetingId, id))
    .where(registered(viewer, filter))
    .orderBy(desc(startsAt), desc(id))
    .limit(limit)
    .offset(offset);
}

export async function countRegistered(db: Db, viewer: Member, filter: Filter): Promise<number> {
  const [row] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(meetings)
    .innerJoin(branches, eq(branches.id, meetings.branchId))
    .leftJoin(groups, eq(groups.id, meetings.groupId))
    .leftJoin(meetingRecords, eq(meetingRecords.meetingId, meetings.id))
    .where(registered(viewer, filter));
  return row?.total ?? 0;
}
