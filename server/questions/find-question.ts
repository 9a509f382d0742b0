import { eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { questions, questionVersions } from "#db/schema/questions.ts";
import { Refusal } from "#domain/refusal.ts";

/** A question with what every permission asks for: the path of its branch, and who wrote the latest version. */
export async function findQuestion(db: Db | Tx, id: number) {
  const { ref, state, branchId, publishedVersionId } = questions;
  const [row] = await db
    .select({
      id: questions.id,
      ref,
      state,
      branchId,
      isPrivate: questions.isPrivate,
      ownerId: questions.createdBy,
      branchName: branches.name,
      path: branches.path,
      publishedVersionId,
      latestVersionId: questionVersions.id,
      latestNumber: questionVersions.number,
      createdBy: questionVersions.createdBy,
    })
    .from(questions)
    .innerJoin(questionVersions, eq(questionVersions.id, questions.latestVersionId))
    .leftJoin(branches, eq(branches.id, questions.branchId))
    .where(eq(questions.id, id));
  return row;
}

export type DeskQuestion = NonNullable<Awaited<ReturnType<typeof findQuestion>>>;

/** The same for a change: two who change one question are taken one after the other. */
export async function lockQuestion(tx: Tx, id: number): Promise<DeskQuestion | undefined> {
  await tx.execute(sql`select 1 from questions where id = ${id} for update`);
  // A statement of its own: the one above began before the wait, and would not see what we waited for.
  return findQuestion(tx, id);
}

/** Refuses when the question has moved on since it was read. */
export function refuseChanged(question: DeskQuestion, number: number): void {
  if (question.latestNumber !== number) throw new Refusal("question-changed", { number: question.latestNumber });
}
