import { eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { reviewSettings } from "#db/schema/reviews.ts";
import { beginOfReviewDay, reviewDayOf } from "#domain/reviews/review-day.ts";

/** How much a day without a wish of one's own. */
const DAILY_CAP = 20;

/** What the person wants of the review: how many a day, and for what day. */
export async function reviewSettingsOf(db: Db | Tx, personId: number): Promise<{ dailyCap: number; examOn: string | null }> {
  const [row] = await db
    .select({ dailyCap: reviewSettings.dailyCap, examOn: reviewSettings.examOn })
    .from(reviewSettings)
    .where(eq(reviewSettings.personId, personId));
  return row ?? { dailyCap: DAILY_CAP, examOn: null };
}

/** How many cards of earlier days the person has gone over in this review day. */
export async function reviewedToday(db: Db | Tx, personId: number, now: Date): Promise<number> {
  const began = beginOfReviewDay(reviewDayOf(now));
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(distinct l.question_id)::int as count from review_log l
    join review_cards c on c.person_id = l.person_id and c.question_id = l.question_id
    where l.person_id = ${personId} and l.reviewed_at >= ${began} and (l.cause = 'review' or (l.cause = 'practice' and c.created_at < ${began}))`);
  return rows[0]?.count ?? 0;
}
