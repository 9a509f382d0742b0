import { reviewDayOf } from "./review-day.ts";

/** Right answers in a row, on days of their own, that take a question out of the wrong-book. */
export const RIGHT_DAYS = 2;

export type CardMemory = Readonly<{ rightSince: number; wrongAt: Date; rightAt: Date | null }>;

/** What a right answer makes of a card. A second one on the same day counts no more (D9). */
export function afterRight({ rightSince, wrongAt, rightAt }: CardMemory, now: Date): { rightSince: number; leaves: boolean } {
  const isRepeat = rightAt !== null && rightAt > wrongAt && reviewDayOf(rightAt) === reviewDayOf(now);
  const days = isRepeat ? rightSince : rightSince + 1;
  return { rightSince: days, leaves: days >= RIGHT_DAYS };
}
