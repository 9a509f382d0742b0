import type { Db, Tx } from "#db/client.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { findMeeting } from "#server/meetings/meeting-facts.ts";

/** The meeting a piece is written after: one the viewer takes part in. */
export async function findTakenPart(db: Db | Tx, meetingId: number, viewer: Member) {
  const meeting = await findMeeting(db, meetingId, viewer);
  return meeting && can.takePart(viewer, meeting) ? { id: meeting.id, title: meeting.title } : undefined;
}
