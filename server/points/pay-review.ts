import type { Tx } from "#db/client.ts";
import type { Member } from "#domain/people/viewer.ts";
import { dateOfReviewDay, reviewDayOf } from "#domain/reviews/review-day.ts";
import { reviewedToday, reviewSettingsOf } from "#server/reviews/daily-queue.ts";
import { dueCardsOf } from "#server/reviews/review-cards-of.ts";
import { grantPoints } from "./grant-points.ts";
import { pays } from "./pays.ts";

/**
 * Gives points for the review of a day when the answer that was just noted left nothing of it: the day's measure is full, or nothing is due.
 * A day with nothing to go over gives none.
 */
export async function payReview(tx: Tx, viewer: Member, now: Date): Promise<void> {
  const { personId } = viewer;
  if (!(await pays(tx, "review", now))) return;
  const done = await reviewedToday(tx, personId, now);
  if (done === 0) return;
  const { dailyCap } = await reviewSettingsOf(tx, personId);
  if (done < dailyCap && (await dueCardsOf(tx, viewer, now, 1)).length > 0) return;
  const source = `review ${dateOfReviewDay(reviewDayOf(now))}`;
  await grantPoints(tx, [{ personId, rule: "review", source, why: { path: "/review" } }], now);
}
