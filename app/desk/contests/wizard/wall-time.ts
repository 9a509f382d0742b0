/** The organisation keeps one clock, Asia/Shanghai, which has had no summer time since 1991. */
const OFFSET = "+08:00";
const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** An instant as a `datetime-local` field holds it: the clock on the wall, to the minute. */
export const wallTimeOf = (at: Date): string => new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 16);

/** What stands in a `datetime-local` field, as an instant with its zone. An empty field stays empty, and the receiver refuses it. */
export const instantOf = (wall: string): string => (wall === "" ? "" : `${wall.length === 16 ? `${wall}:00` : wall}${OFFSET}`);

/** The instant of `clock` ("19:30") on the day `days` after the one it is now. */
export const wallClockAfter = (now: Date, days: number, clock: string): Date =>
  new Date(instantOf(`${wallTimeOf(new Date(now.getTime() + days * DAY_MS)).slice(0, 10)}T${clock}`));

/** The same window by the clock, so many whole weeks later that it has not begun: what a copy of a contest starts from. */
export function nextWindow(window: { opensAt: Date; closesAt: Date }, now: Date): { opensAt: Date; closesAt: Date } {
  const weeks = Math.max(0, Math.floor((now.getTime() - window.opensAt.getTime()) / (7 * DAY_MS)) + 1);
  const later = (at: Date): Date => new Date(at.getTime() + weeks * 7 * DAY_MS);
  return { opensAt: later(window.opensAt), closesAt: later(window.closesAt) };
}
