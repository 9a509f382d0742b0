import type { ContestSubject } from "./find-contest.ts";

const DAY_MS = 86_400_000;

/** The same hours on the first day that leaves people a day to hear of it. The organizer moves it while it is a draft. */
export function nextWindow(contest: Pick<ContestSubject, "opensAt" | "closesAt">, now: Date): { opensAt: Date; closesAt: Date } {
  const { opensAt, closesAt } = contest;
  const days = Math.max(1, Math.ceil((now.getTime() + DAY_MS - opensAt.getTime()) / DAY_MS));
  return { opensAt: new Date(opensAt.getTime() + days * DAY_MS), closesAt: new Date(closesAt.getTime() + days * DAY_MS) };
}
