import { isLocked } from "#domain/meetings/state.ts";
import { Refusal } from "#domain/refusal.ts";
import type { MeetingFacts } from "#server/meetings/meeting-facts.ts";

/** A record is written from the moment the meeting begins until it is locked: by hand, or three days after the end (D13). */
export function refuseClosedRecord(meeting: MeetingFacts, now: Date): void {
  if (meeting.cancelledAt) throw new Refusal("meeting-cancelled");
  if (isLocked(meeting, now)) throw new Refusal("record-locked");
  if (!meeting.openedAt && meeting.startsAt > now) throw new Refusal("meeting-not-begun");
}
