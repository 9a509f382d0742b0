/** FSRS's four grades. Hard is a passing one: it never stands for a wrong answer. */
export const AGAIN = 1;
export const HARD = 2;
export const GOOD = 3;
export const EASY = 4;
export type Rating = typeof AGAIN | typeof HARD | typeof GOOD | typeof EASY;

/** How an answer came about; what is not known is left out. */
export type Effort = Readonly<{ usedHint?: boolean; changed?: boolean; tookMs?: number; medianMs?: number | null; easy?: boolean }>;

/** So much slower than half of all people is a sign of effort. */
const SLOW = 2.5;

/**
 * The grade of an answer (D9): wrong or partly right is Again; right with a hint, after changing the answer or far slower than others is
 * Hard; right is Good. Easy is said by the member alone, of an answer that is right and took no effort.
 */
export function ratingOf(isRight: boolean, { usedHint, changed, tookMs, medianMs, easy }: Effort = {}): Rating {
  if (!isRight) return AGAIN;
  const isSlow = tookMs !== undefined && medianMs !== undefined && medianMs !== null && tookMs > SLOW * medianMs;
  if (usedHint || changed || isSlow) return HARD;
  return easy ? EASY : GOOD;
}
