/** `gained` of `of` equal parts of a worth. Whole numbers, so that no float ever decides a mark. */
export type Share = { readonly gained: number; readonly of: number };

export const NOTHING: Share = { gained: 0, of: 1 };

/** The whole worth or nothing of it. */
export const allOrNothing = (right: boolean): Share => ({ gained: right ? 1 : 0, of: 1 });

/** Hundredths of the worth, down to a hundred-thousandth of one as Moodle has them (33.33333), within 0 and 100. */
export const ofPercent = (percent: number): Share => ({
  gained: Math.round(Math.min(100, Math.max(0, percent)) * 100_000),
  of: 10_000_000,
});

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** The mean of several shares. */
export function meanShare(shares: readonly Share[]): Share {
  const of = shares.reduce((common, share) => (common / divisor(common, share.of)) * share.of, 1);
  const gained = shares.reduce((sum, share) => sum + share.gained * (of / share.of), 0);
  return { gained, of: of * shares.length };
}
