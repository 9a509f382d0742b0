import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { branches } from "#db/schema/people.ts";
import { questionKeys, questions, questionVersions } from "#db/schema/questions.ts";
import { reviewCards } from "#db/schema/reviews.ts";
import type { Member } from "#domain/people/viewer.ts";
import { visibleTo } from "#server/materials/visible-materials.ts";

/**
 * The viewer's open wrong-book cards whose question is in use, the latest mistake first; or the one of a question, also when it has left.
 * The judge's door: it reads where the answer stands.
 */
export function reviewCardsOf(db: Db | Tx, viewer: Member, questionId?: number) {
  const isOwn = and(
    eq(reviewCards.personId, viewer.personId),
    questionId === undefined ? isNull(reviewCards.removedAt) : eq(reviewCards.questionId, questionId),
  );
  return db
    .select({
      questionId: reviewCards.questionId,
      id: questionVersions.id,
      body: questionVersions.body,
      cause: reviewCards.cause,
      wrongCount: reviewCards.wrongCount,
      rightSince: reviewCards.rightSince,
      wrongAt: reviewCards.wrongAt,
      rightAt: reviewCards.rightAt,
      removedAt: reviewCards.removedAt,
      slug: materials.slug,
      title: materialVersions.title,
      titleEn: materialVersions.titleEn,
      paragraph: questionKeys.passage,
      mayRead: sql<boolean>`coalesce(${visibleTo(viewer)}, false)`,
    })
    .from(reviewCards)
    .innerJoin(questions, eq(questions.id, reviewCards.questionId))
    .innerJoin(questionVersions, eq(questionVersions.id, questions.publishedVersionId))
    .innerJoin(questionKeys, eq(questionKeys.versionId, questionVersions.id))
    .leftJoin(materials, eq(materials.id, questionKeys.materialId))
    .leftJoin(branches, eq(branches.id, materials.branchId))
    .leftJoin(materialVersions, eq(materialVersions.id, materials.publishedVersionId))
    .where(isOwn)
    .orderBy(desc(reviewCards.wrongAt), desc(reviewCards.questionId));
}
export type ReviewCard = Awaited<ReturnType<typeof reviewCardsOf>>[number];

/** The later of the two moments a card was answered at; what an answer names, so that a repeat is known. */
export const answeredAtOf = ({ wrongAt, rightAt }: Pick<ReviewCard, "wrongAt" | "rightAt">): Date =>
  rightAt !== null && rightAt > wrongAt ? rightAt : wrongAt;
