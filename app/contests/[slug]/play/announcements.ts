const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/**
 * The mark passed on the way from `before` to `now` (ms left), or null: every minute, every ten seconds of the last one, every
 * second of the last ten (D16). After a long sleep only the last one: nobody wants ten minutes read out at once. The end is a mark.
 */
export function announcedMark(before: number, now: number): number | null {
  if (now >= before) return null;
  const step = now >= MINUTE ? MINUTE : now >= 10 * SECOND ? 10 * SECOND : SECOND;
  const mark = Math.ceil(now / step) * step;
  return mark < before ? mark : null;
}

/** The two warnings on the screen: five minutes and one minute. */
const WARNINGS_MS = [5 * MINUTE, MINUTE];

/** The warning that stands while so much is left of so long: the tightest one reached, if the attempt was longer than it. */
export function warningOf(left: number, wholeMs: number): number | null {
  return WARNINGS_MS.filter((mark) => left <= mark && wholeMs > mark).at(-1) ?? null;
}
