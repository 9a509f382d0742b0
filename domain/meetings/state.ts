/** D13: planned → open (announced) → in_session → minutes_draft → signed → archived (locked); or cancelled. */
export const MEETING_STATES = ["planned", "open", "in_session", "minutes_draft", "signed", "archived", "cancelled"] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** The instants a meeting's state follows from. `signed`: chair and recorder both signed the record as it stands. */
export type MeetingInstants = Readonly<{
  announcedAt: Date | null;
  openedAt: Date | null;
  closedAt: Date | null;
  endsAt: Date;
  cancelledAt: Date | null;
  lockedAt: Date | null;
  signed: boolean;
}>;

/** How long after a meeting its record may still be edited (D13). */
export const RECORD_OPEN_MS = 3 * 86_400_000;
/** Announced later than this before its start, a meeting says so (R25). */
export const ANNOUNCE_AHEAD_MS = 7 * 86_400_000;
/** Whoever checks in later than this after the start is late (D13). */
export const LATE_AFTER_MS = 10 * 60_000;

/** When a meeting ended: as its chair closed it, or as it was planned. */
export const endOf = (meeting: Pick<MeetingInstants, "closedAt" | "endsAt">): Date => meeting.closedAt ?? meeting.endsAt;

/** Whether the record takes no edits any more: it was locked, or its three days are over. */
export function isLocked(meeting: Pick<MeetingInstants, "closedAt" | "endsAt" | "lockedAt">, now: Date): boolean {
  return meeting.lockedAt !== null || now.getTime() - endOf(meeting).getTime() > RECORD_OPEN_MS;
}

/** The state of a meeting at a moment (D13). */
export function stateOf(meeting: MeetingInstants, now: Date): MeetingState {
  if (meeting.cancelledAt) return "cancelled";
  if (meeting.openedAt && !meeting.closedAt && !isLocked(meeting, now)) return "in_session";
  if (!meeting.openedAt && meeting.endsAt > now) return meeting.announcedAt ? "open" : "planned";
  if (isLocked(meeting, now)) return "archived";
  return meeting.signed ? "signed" : "minutes_draft";
}
