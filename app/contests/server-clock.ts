/**
 * Where the server's clock lies against this page's monotonic one: server time = monotonic + offset, and the offset is somewhere
 * in [low, high]. The device's own clock is never asked (never.md N18, N19).
 */
export type ServerClock = { readonly low: number; readonly high: number };

/** One exchange: the server stamped `serverNow` (ms) at some instant between sending and receiving (performance.now()). */
export type Exchange = { readonly sentAt: number; readonly receivedAt: number; readonly serverNow: number };

/** What one exchange tells. */
export const clockOfExchange = ({ sentAt, receivedAt, serverNow }: Exchange): ServerClock => ({
  low: serverNow - receivedAt,
  high: serverNow - sentAt,
});

/** What is known after one more exchange: where both agree; where they cannot both be true (the device slept), the newer alone. */
export function refinedClock(known: ServerClock | null, exchange: Exchange): ServerClock {
  const told = clockOfExchange(exchange);
  if (known === null) return told;
  const low = Math.max(known.low, told.low);
  const high = Math.min(known.high, told.high);
  return low <= high ? { low, high } : told;
}

/** The server's time (ms) at the monotonic instant `at`. */
export const serverTimeAt = (clock: ServerClock, at: number): number => at + (clock.low + clock.high) / 2;

/** What is left until `until` (ms, server time), never less than nothing. */
export const leftMs = (clock: ServerClock, until: number, at: number): number => Math.max(0, until - serverTimeAt(clock, at));

/** How long to sleep until the seconds shown of `left` change; a hair more, so that the new second is really there. */
export const untilNextSecond = (left: number): number => (left % 1_000 || 1_000) + 5;

/** Whether the monotonic clock stood still, or the wall clock was moved, between two looks: the server has to be asked again. */
export function hasJumped(
  before: { readonly at: number; readonly wall: number },
  now: { readonly at: number; readonly wall: number },
): boolean {
  return Math.abs(now.wall - before.wall - (now.at - before.at)) > 1_000;
}
