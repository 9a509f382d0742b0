import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { reviewCards, reviewLog, reviewSettings, ruledMistakes } from "#db/schema/reviews.ts";

/** The own wrong-book, every review that counted, and how much a day one wants, for the own export. */
export async function myReviewData(db: Db, personId: number) {
  const card = {
    ...{
      questionId: reviewCards.questionId,
      cause: reviewCards.cause,
      wrongCount: reviewCards.wrongCount,
      createdAt: reviewCards.createdAt,
    },
    ...{ wrongAt: reviewCards.wrongAt, rightAt: reviewCards.rightAt, dueAt: reviewCards.dueAt, stability: reviewCards.stability },
    ...{ difficulty: reviewCards.difficulty, reviews: reviewCards.reviews, lapses: reviewCards.lapses },
    ...{ removedAt: reviewCards.removedAt, removedBy: reviewCards.removedBy },
  };
  const { questionId, cause, rating, stability, difficulty, dueAt, reviewedAt } = reviewLog;
  return {
    reviewCards: await db.select(card).from(reviewCards).where(eq(reviewCards.personId, personId)),
    reviews: await db
      .select({ questionId, cause, rating, stability, difficulty, dueAt, reviewedAt })
      .from(reviewLog)
      .where(eq(reviewLog.personId, personId))
      .orderBy(asc(reviewLog.id)),
    /** Mistakes of contests that rulings moved. */
    ruledMistakes: await db
      .select({ questionId: ruledMistakes.questionId, toldAt: ruledMistakes.toldAt, takenBackAt: ruledMistakes.takenBackAt })
      .from(ruledMistakes)
      .where(eq(ruledMistakes.personId, personId)),
    reviewSettings: await db
      .select({ dailyCap: reviewSettings.dailyCap, examOn: reviewSettings.examOn })
      .from(reviewSettings)
      .where(eq(reviewSettings.personId, personId)),
  };
}
