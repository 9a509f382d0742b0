import { asc, desc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { contestPool, contests } from "#db/schema/contests.ts";
import { materials } from "#db/schema/materials.ts";
import { people } from "#db/schema/people.ts";
import { questionKeys, questionReviews, questionVersions } from "#db/schema/questions.ts";
import { QUESTION_KINDS, questionBodySchema, questionKeySchema } from "#domain/questions/question.ts";

export const versionSchema = z.object({
  number: z.number(),
  kind: z.enum(QUESTION_KINDS),
  body: questionBodySchema,
  key: questionKeySchema,
  explanation: z.string(),
  category: z.string(),
  difficulty: z.number(),
  tags: z.array(z.string()),
  /** Slug of the text that answers, and the block there; "" when none was named. */
  material: z.string().nullable(),
  passage: z.string(),
  /** Where the answer stands, in words, as the file it came from told it. */
  source: z.string(),
  createdAt: z.date(),
  createdBy: z.string().nullable(),
  createdById: z.number().nullable(),
});

/** Every version of a question with its key, newest first. */
export async function listVersions(db: Db, questionId: number) {
  const { id, number, kind, body, category, difficulty, tags, createdAt } = questionVersions;
  const { key, explanation, passage, source, materialId } = questionKeys;
  return db
    .select({
      id,
      number,
      kind,
      body,
      category,
      difficulty,
      tags,
      createdAt,
      key,
      explanation,
      passage,
      source,
      materialId,
      material: materials.slug,
      createdBy: people.name,
      createdById: questionVersions.createdBy,
    })
    .from(questionVersions)
    .innerJoin(questionKeys, eq(questionKeys.versionId, id))
    .leftJoin(materials, eq(materials.id, materialId))
    .leftJoin(people, eq(people.id, questionVersions.createdBy))
    .where(eq(questionVersions.questionId, questionId))
    .orderBy(desc(number));
}

/** What reviewers said of its versions, newest first. */
export async function listReviews(db: Db, questionId: number) {
  const { verdict, note, reviewedAt } = questionReviews;
  return db
    .select({ number: questionVersions.number, verdict, reviewer: people.name, note, reviewedAt })
    .from(questionReviews)
    .innerJoin(questionVersions, eq(questionVersions.id, questionReviews.versionId))
    .leftJoin(people, eq(people.id, questionReviews.reviewerId))
    .where(eq(questionVersions.questionId, questionId))
    .orderBy(desc(questionReviews.id));
}

/** The contests whose frozen pool holds one of its versions. */
export async function listContestsWith(db: Db, questionId: number) {
  return db
    .select({ slug: contests.slug, title: contests.title, number: questionVersions.number })
    .from(contestPool)
    .innerJoin(questionVersions, eq(questionVersions.id, contestPool.versionId))
    .innerJoin(contests, eq(contests.id, contestPool.contestId))
    .where(eq(questionVersions.questionId, questionId))
    .orderBy(desc(contests.opensAt), asc(contests.id));
}
