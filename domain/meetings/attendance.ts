import { LATE_AFTER_MS } from "./state.ts";

/** How somebody of the roster stands: there, there late, on leave, absent; `expected` before the meeting is over. */
export type Attendance = "present" | "late" | "leave" | "absent" | "expected";

type Facts = Readonly<{ reply: "yes" | "online" | "leave" | null; excusedAt: Date | null; checkedInAt: Date | null }>;

/** D13: late is after the start + 10 minutes; a check-in outweighs a leave that was asked for before. */
export function attendanceOf({ reply, excusedAt, checkedInAt }: Facts, meeting: { startsAt: Date }, isOver: boolean): Attendance {
  if (checkedInAt) return checkedInAt.getTime() - meeting.startsAt.getTime() > LATE_AFTER_MS ? "late" : "present";
  if (excusedAt || reply === "leave") return "leave";
  return isOver ? "absent" : "expected";
}
