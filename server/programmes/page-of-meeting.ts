import type { Db } from "#db/client.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { findMeeting } from "#server/meetings/meeting-facts.ts";

/** The meeting whose page the viewer may open from an item that is it; null: none, or not theirs to see. */
export async function pageOfMeeting(db: Db, meetingId: number | null, viewer: Member): Promise<number | null> {
  const meeting = meetingId === null ? undefined : await findMeeting(db, meetingId, viewer);
  return meeting && can.seeMeeting(viewer, meeting) ? meeting.id : null;
}
