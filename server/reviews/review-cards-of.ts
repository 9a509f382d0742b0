import { and, asc, desc, eq, isNull, ne, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { branches } from "#db/schema/people.ts";
import { questionKeys, questions, questionVersions } from "#db/schema/questions.ts";
import { reviewCards } from "#db/schema/reviews.ts";
import type { Member } from "#domain/people/viewer.ts";
import { visibleTo } from "#server/materials/visible-materials.ts";
import { keptQuestionIds } from "./kept-for-contests.ts";

const columns = (viewer: Member) => ({
  questionId: reviewCards.questionId,
  id: questionVersions.id,
  body: questionVersions.body,
  cause: reviewCards.cause,
  wrongCount: reviewCards.wrongCount,
  createdAt: reviewCards.createdAt,
  wrongAt: reviewCards.wrongAt,
  rightAt: reviewCards.rightAt,
  removedAt: reviewCards.removedAt,
  removedBy: reviewCards.removedBy,
  dueAt: reviewCards.dueAt,
  lapses: reviewCards.lapses,
  slug: materials.slug,
  title: materialVersions.title,
  titleEn: materialVersions.titleEn,
  /** "": the text it was answered wrong in, where the question names none. */
  paragraph: questionKeys.passage,
  mayRead: sql<boolean>`coalesce(${visibleTo(viewer)}, false)`,
});

/** The viewer's cards whose question is in use, ready for a condition. The judge's door: it reads where the answer stands. */
function cardRows(db: Db | Tx, viewer: Member, which: SQL | undefined) {
  return db
    .select(columns(viewer))
    .from(reviewCards)
    .innerJoin(questions, eq(questions.id, reviewCards.questionId))
    .innerJoin(questionVersions, eq(questionVersions.id, questions.publishedVersionId))
    .innerJoin(questionKeys, eq(questionKeys.versionId, questionVersions.id))
    .leftJoin(materials, eq(materials.id, sql`coalesce(${questionKeys.materialId}, ${reviewCards.materialId})`))
    .leftJoin(branches, eq(branches.id, materials.branchId))
    .leftJoin(materialVersions, eq(materialVersions.id, materials.publishedVersionId))
    .where(and(eq(reviewCards.personId, viewer.personId), which));
}
export type ReviewCard = Awaited<ReturnType<typeof cardRows>>[number];

/**
 * In the book, and neither retired nor kept for a contest whose keys are not open; but what was answered in a text was told there with
 * its reason, and telling it again gives nothing away.
 */
const isAsked = (now: Date) =>
  and(
    isNull(reviewCards.removedAt),
    ne(questions.state, "retired"),
    or(eq(reviewCards.cause, "reading"), sql`${reviewCards.questionId} not in ${keptQuestionIds(now)}`),
  );

/** The card of one question, also when it has left the book. */
export async function reviewCardOf(db: Db | Tx, viewer: Member, questionId: number): Promise<ReviewCard | undefined> {
  return (await cardRows(db, viewer, eq(reviewCards.questionId, questionId)))[0];
}

/**
 * What is due, least remembered first: R falls with the time since the last review by the stability, so that quotient orders it (D9).
 * What was never reviewed is not remembered at all. `but`: questions to leave out.
 */
export function dueCardsOf(db: Db | Tx, viewer: Member, now: Date, limit: number, but: readonly number[] = []): Promise<ReviewCard[]> {
  const isDue = or(isNull(reviewCards.dueAt), sql`${reviewCards.dueAt} <= ${now}`);
  const forgotten = sql`extract(epoch from ${now}::timestamptz - ${reviewCards.reviewedAt}) / ${reviewCards.stability} desc nulls first`;
  const others = but.length === 0 ? undefined : notInArray(reviewCards.questionId, [...but]);
  return cardRows(db, viewer, and(isAsked(now), isDue, others))
    .orderBy(forgotten, asc(reviewCards.createdAt), asc(reviewCards.questionId))
    .limit(limit);
}

/** The whole book, what is due next first; one more than a page, to know whether there is a next one. */
export function bookOf(db: Db | Tx, viewer: Member, now: Date, page: number, size: number): Promise<ReviewCard[]> {
  return cardRows(db, viewer, isAsked(now))
    .orderBy(sql`${reviewCards.dueAt} asc nulls first`, desc(reviewCards.questionId))
    .limit(size + 1)
    .offset((page - 1) * size);
}

/** The latest moment a card was answered at, or made; what an answer names, so that a repeat is known. */
export const answeredAtOf = ({ createdAt, wrongAt, rightAt }: Pick<ReviewCard, "createdAt" | "wrongAt" | "rightAt">): Date =>
  new Date(Math.max(createdAt.getTime(), wrongAt?.getTime() ?? 0, rightAt?.getTime() ?? 0));

/** The passage that answers it, where the viewer may read it. */
export const passageOf = ({ slug, title, titleEn, paragraph, mayRead }: ReviewCard) =>
  mayRead && slug !== null && title !== null ? { slug, title, titleEn: titleEn ?? "", paragraph } : null;
