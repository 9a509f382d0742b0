import { and, asc, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { groupPlans } from "#db/schema/groups.ts";
import { meetings } from "#db/schema/meetings.ts";

/** Two lead readers agreed to change places in it, and it stands as they agreed. */
const swapped: SQL<boolean> = sql<boolean>`exists (
  select 1 from rota_swaps s where s.accepted_at is not null
    and ((s.meeting_id = ${meetings.id} and s.asked_of = ${meetings.leadReaderId})
      or (s.with_meeting_id = ${meetings.id} and s.asked_by = ${meetings.leadReaderId})))`;

/** The meetings of a group's plans that are still to come, in order of time. */
export async function comingMeetings(db: Db | Tx, groupId: number, now: Date) {
  const { id, planId, number, sectionId, title, startsAt, endsAt, announcedAt, leadReaderId, chairId, recorderId } = meetings;
  const rule = groupPlans.rule;
  return db
    .select({ id, planId, number, sectionId, title, startsAt, endsAt, announcedAt, leadReaderId, chairId, recorderId, rule, swapped })
    .from(meetings)
    .innerJoin(groupPlans, eq(groupPlans.id, meetings.planId))
    .where(and(eq(meetings.groupId, groupId), gt(meetings.startsAt, now), isNull(meetings.cancelledAt), isNull(meetings.openedAt)))
    .orderBy(asc(startsAt), asc(id));
}
export type ComingMeeting = Awaited<ReturnType<typeof comingMeetings>>[number];

/** Planning leaves alone what people were told already and what two of them agreed upon. */
export const isFixed = ({ announcedAt, swapped: agreed, leadReaderId }: ComingMeeting): boolean =>
  leadReaderId !== null && (announcedAt !== null || agreed);
