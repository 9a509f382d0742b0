const FIRST_MS = 500;
const MOST_MS = 8_000;

/**
 * How long to wait before trying again after `failures` in a row (from 1): doubling up to 8 s, of which the upper half is chance
 * (`random` in [0, 1)), so that a hall of phones does not come back in one instant. A server's own wish (`retryAfterMs`) comes first.
 */
export function backoffMs(failures: number, random: number, retryAfterMs = 0): number {
  const most = Math.min(MOST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
  return Math.max(retryAfterMs, most / 2) + (most / 2) * random;
}
