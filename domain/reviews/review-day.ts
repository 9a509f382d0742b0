const DAY_MS = 86_400_000;
/** A review day begins at 04:00 in China (UTC+8, no summer time), so that late evenings belong to the day before (D9). */
const BEGINS_MS = (4 - 8) * 3_600_000;

/** The number of the review day an instant lies in. */
export const reviewDayOf = (at: Date): number => Math.floor((at.getTime() - BEGINS_MS) / DAY_MS);

/** The instant at which a review day begins. */
export const beginOfReviewDay = (day: number): Date => new Date(day * DAY_MS + BEGINS_MS);

/** The date, as in 2026-11-26, that a review day is called by. */
export const dateOfReviewDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
