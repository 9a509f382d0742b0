import { and, eq, isNull } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { meetingPeople } from "#db/schema/meetings.ts";
import type { MeetingFacts } from "#server/meetings/meeting-facts.ts";
import { fieldRefusal } from "#server/verb.ts";

/** Whether somebody is on the meeting's list now. */
export async function isOnRoster(db: Db | Tx, meetingId: number, personId: number): Promise<boolean> {
  const [row] = await db
    .select({ personId: meetingPeople.personId })
    .from(meetingPeople)
    .where(and(eq(meetingPeople.meetingId, meetingId), eq(meetingPeople.personId, personId), isNull(meetingPeople.removedAt)));
  return row !== undefined;
}

/** Refuses, at the field that named them, somebody who is neither on the list nor has a duty in the meeting. */
export async function refuseStranger(tx: Tx, meeting: MeetingFacts, personId: number, field: string): Promise<void> {
  const { chairId, recorderId, leadReaderId } = meeting;
  if ([chairId, recorderId, leadReaderId].includes(personId) || (await isOnRoster(tx, meeting.id, personId))) return;
  throw fieldRefusal(field, "not-of-this-meeting");
}
