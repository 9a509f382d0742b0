import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { type REVIEW_CAUSES, reviewCards } from "#db/schema/reviews.ts";
import { afterRight } from "#domain/reviews/after-right.ts";

type Card = Readonly<{ personId: number; questionId: number; now: Date }>;
type Wrong = Card & Readonly<{ cause: (typeof REVIEW_CAUSES)[number]; materialId: number | null }>;

/** Puts a question that was answered wrong into the person's wrong-book, or back into it. Needs a door that may write review_cards. */
export async function noteWrong(tx: Tx, { personId, questionId, cause, materialId, now }: Wrong): Promise<void> {
  await tx
    .insert(reviewCards)
    .values({ personId, questionId, cause, materialId, createdAt: now, wrongAt: now })
    .onConflictDoUpdate({
      target: [reviewCards.personId, reviewCards.questionId],
      set: { wrongCount: sql`${reviewCards.wrongCount} + 1`, rightSince: 0, wrongAt: now, removedAt: null },
    });
}

/** The same question answered right: it leaves the wrong-book after the second day. Nothing where it is not in it. */
export async function noteRight(tx: Tx, { personId, questionId, now }: Card): Promise<void> {
  const isCard = and(eq(reviewCards.personId, personId), eq(reviewCards.questionId, questionId), isNull(reviewCards.removedAt));
  const [card] = await tx
    .select({ rightSince: reviewCards.rightSince, wrongAt: reviewCards.wrongAt, rightAt: reviewCards.rightAt })
    .from(reviewCards)
    .where(isCard)
    .for("update");
  if (!card) return;
  const { rightSince, leaves } = afterRight(card, now);
  await tx
    .update(reviewCards)
    .set({ rightSince, rightAt: now, removedAt: leaves ? now : null })
    .where(isCard);
}
