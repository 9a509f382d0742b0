import { and, asc, eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { questions, questionVersions } from "#db/schema/questions.ts";
import { checkAnswers, materialChecks } from "#db/schema/reviews.ts";

/** The questions that stand in a wording and are in use, in reading order. A retired one is not asked. */
export async function checksOf(db: Db | Tx, materialVersionId: number) {
  return db
    .select({ questionId: materialChecks.questionId, after: materialChecks.after, id: questionVersions.id, body: questionVersions.body })
    .from(materialChecks)
    .innerJoin(questions, eq(questions.id, materialChecks.questionId))
    .innerJoin(questionVersions, eq(questionVersions.id, questions.publishedVersionId))
    .where(eq(materialChecks.versionId, materialVersionId))
    .orderBy(asc(materialChecks.place));
}

/** Every answer a person gave to questions in a text, in whatever wording, the oldest first. */
export async function triesOf(db: Db | Tx, personId: number, materialId: number) {
  const { questionVersionId: versionId, isRight, response } = checkAnswers;
  return db
    .select({ questionId: questionVersions.questionId, versionId, isRight, response })
    .from(checkAnswers)
    .innerJoin(questionVersions, eq(questionVersions.id, versionId))
    .where(and(eq(checkAnswers.personId, personId), eq(checkAnswers.materialId, materialId)))
    .orderBy(asc(checkAnswers.id));
}
