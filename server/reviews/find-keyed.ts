import { eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { materials } from "#db/schema/materials.ts";
import { questionKeys, questions, questionVersions } from "#db/schema/questions.ts";
import { keptQuestionIds } from "./kept-for-contests.ts";

/** The version of a question in use, with its key. For the judge's door alone. */
export async function findKeyed(db: Db | Tx, questionId: number) {
  const [row] = await db
    .select({
      id: questionVersions.id,
      body: questionVersions.body,
      key: questionKeys.key,
      explanation: questionKeys.explanation,
      paragraph: questionKeys.passage,
      slug: materials.slug,
    })
    .from(questions)
    .innerJoin(questionVersions, eq(questionVersions.id, questions.publishedVersionId))
    .innerJoin(questionKeys, eq(questionKeys.versionId, questionVersions.id))
    .leftJoin(materials, eq(materials.id, questionKeys.materialId))
    .where(eq(questions.id, questionId));
  return row;
}

/**
 * Whether the person is sitting a contest's paper that has the question: then nothing about it is told, however often it was met
 * elsewhere. A programme's quiz is for learning and stands open for weeks: it does not shut the texts.
 */
export async function isInRunningPaper(db: Db | Tx, personId: number, questionId: number): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select 1 from attempts a where a.person_id = ${personId} and a.state = 'in_progress' and a.entry_id is not null
    and a.version_ids && array(select id from question_versions where question_id = ${questionId}) limit 1`);
  return rows.length > 0;
}

/** Whether a contest that is announced or running, or whose keys are not open yet, draws from a pool with the question. */
export async function isKeptForContest(db: Db | Tx, questionId: number, now: Date): Promise<boolean> {
  const { rows } = await db.execute(sql`select 1 where ${questionId}::bigint in ${keptQuestionIds(now)}`);
  return rows.length > 0;
}
