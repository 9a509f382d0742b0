import { eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { groups } from "#db/schema/groups.ts";
import { meetingKinds, meetings } from "#db/schema/meetings.ts";
import { branches, people } from "#db/schema/people.ts";
import { meetingRecords } from "#db/schema/records.ts";
import { MEETING_STATES, stateOf } from "#domain/meetings/state.ts";
import type { Member } from "#domain/people/viewer.ts";

/** A meeting in a list. `reply`: one's own; null where none was given, or one is not on its list. */
export const meetingLineSchema = z.object({
  ...{ id: z.number(), title: z.string(), kind: z.string(), kindName: z.string(), kindNameEn: z.string() },
  state: z.enum(MEETING_STATES),
  ...{ startsAt: z.date(), endsAt: z.date(), place: z.string(), isOnline: z.boolean(), isShortNotice: z.boolean() },
  group: z.object({ slug: z.string(), name: z.string() }).nullable(),
  branch: z.string(),
  leadReader: z.string().nullable(),
  onRoster: z.boolean(),
  reply: z.enum(["yes", "online", "leave"]).nullable(),
});
export type MeetingLine = z.output<typeof meetingLineSchema>;

const leadReader = alias(people, "lead_reader");

/** The meetings that `where` names, which must say who may see them, as lines. Needs `branches`, `groups` and `meeting_records` in it. */
export async function meetingLines(
  db: Db,
  viewer: Member,
  now: Date,
  { where, order, limit, offset = 0 }: { where: SQL | undefined; order: SQL; limit: number; offset?: number },
): Promise<MeetingLine[]> {
  const own = sql`from meeting_people mr where mr.meeting_id = ${meetings.id} and mr.person_id = ${viewer.personId} and mr.removed_at is null`;
  const { id, title, kind, startsAt, endsAt, place, isShortNotice, announcedAt, openedAt, closedAt, cancelledAt } = meetings;
  const rows = await db
    .select({
      ...{ id, title, kind, startsAt, endsAt, place, isShortNotice, announcedAt, openedAt, closedAt, cancelledAt },
      kindName: meetingKinds.name,
      kindNameEn: meetingKinds.nameEn,
      isOnline: sql<boolean>`${meetings.link} <> ''`,
      lockedAt: meetingRecords.lockedAt,
      signed: sql<boolean>`(select count(*) = 2 from record_signatures rs where rs.meeting_id = ${meetings.id} and rs.voided_at is null)`,
      groupSlug: groups.slug,
      groupName: groups.name,
      branch: branches.name,
      leadReader: leadReader.name,
      onRoster: sql<boolean>`exists (select 1 ${own})`,
      reply: sql<MeetingLine["reply"]>`(select mr.reply ${own})`,
    })
    .from(meetings)
    .innerJoin(branches, eq(branches.id, meetings.branchId))
    .innerJoin(meetingKinds, eq(meetingKinds.key, meetings.kind))
    .leftJoin(groups, eq(groups.id, meetings.groupId))
    .leftJoin(meetingRecords, eq(meetingRecords.meetingId, meetings.id))
    .leftJoin(leadReader, eq(leadReader.id, meetings.leadReaderId))
    .where(where)
    .orderBy(order, meetings.id)
    .limit(limit)
    .offset(offset);
  return rows.map(({ groupSlug, groupName, ...row }) => ({
    ...row,
    state: stateOf(row, now),
    group: groupSlug !== null && groupName !== null ? { slug: groupSlug, name: groupName } : null,
  }));
}
