import { and, asc, eq, ne, or, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { questionKeys, questions, questionVersions } from "#db/schema/questions.ts";
import { materialChecks } from "#db/schema/reviews.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { QUESTION_KINDS } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { visibleTo } from "#server/questions/visible-questions.ts";
import { query } from "#server/verb.ts";
import { findMaterial, latestVersion } from "./find-material.ts";
import { slugSchema } from "./material-fields.ts";

export const textQuestionSchema = z.object({
  id: z.number(),
  kind: z.enum(QUESTION_KINDS),
  stem: z.string(),
  difficulty: z.number(),
  /** The block that answers it, as its author said; "" when it did not. */
  passage: z.string(),
  isAbout: z.boolean(),
});

const MOST = 200;

/** Published questions that rest on a text, and those that stand in one of its wordings already. */
export async function questionsOf(
  db: Db | Tx,
  materialId: number,
  versionId: number,
  viewer: Member,
): Promise<z.output<typeof textQuestionSchema>[]> {
  const isAbout = sql<boolean>`${questionKeys.materialId} = ${materialId}`;
  return db
    .select({
      id: questions.id,
      kind: questionVersions.kind,
      stem: questionVersions.stem,
      difficulty: questionVersions.difficulty,
      passage: sql<string>`case when ${isAbout} then ${questionKeys.passage} else '' end`,
      isAbout: sql<boolean>`coalesce(${isAbout}, false)`,
    })
    .from(questions)
    .innerJoin(questionVersions, eq(questionVersions.id, questions.publishedVersionId))
    .innerJoin(questionKeys, eq(questionKeys.versionId, questionVersions.id))
    .leftJoin(branches, eq(branches.id, questions.branchId))
    .where(
      or(
        and(isAbout, ne(questions.state, "retired"), visibleTo(viewer)),
        sql`exists (select 1 from ${materialChecks} where ${materialChecks.questionId} = ${questions.id} and ${materialChecks.versionId} = ${versionId})`,
      ),
    )
    .orderBy(asc(questions.id))
    .limit(MOST);
}

/** The questions an editor can let stand in a text: those that rest on it come first of all. Others are found in the bank. */
export const listTextQuestions = query({
  at: "GET /api/desk/materials/:slug/questions",
  input: z.strictObject({ slug: slugSchema }),
  output: z.object({ items: z.array(textQuestionSchema) }),
  door: "desk",
  may: can.seeMaterialsDesk,
  async run(db, { slug }, { viewer }) {
    const material = await findMaterial(db, slug);
    if (!material || !can.editMaterial(viewer, material)) throw new Refusal("not-found");
    const latest = await latestVersion(db, material.id);
    return { items: await questionsOf(db, material.id, latest.id, viewer) };
  },
});
