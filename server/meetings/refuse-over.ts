import { isLocked } from "#domain/meetings/state.ts";
import { Refusal } from "#domain/refusal.ts";
import type { MeetingFacts } from "./meeting-facts.ts";

type Instants = Pick<MeetingFacts, "cancelledAt" | "closedAt" | "openedAt" | "endsAt" | "lockedAt" | "startsAt">;

/** Refuses what can be done only to a meeting that is still to be held or goes on. */
export function refuseOver(meeting: Instants, now: Date): void {
  if (meeting.cancelledAt) throw new Refusal("meeting-cancelled");
  if (meeting.closedAt || (!meeting.openedAt && meeting.endsAt <= now)) throw new Refusal("meeting-is-over");
  if (isLocked(meeting, now)) throw new Refusal("meeting-is-over");
}

/** Refuses what can be done only before it begins. */
export function refuseBegun(meeting: Instants, now: Date): void {
  refuseOver(meeting, now);
  if (meeting.openedAt || meeting.startsAt <= now) throw new Refusal("meeting-begun");
}
