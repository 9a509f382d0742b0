import { and, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { questionSets } from "#db/schema/practices.ts";
import type { Member } from "#domain/people/viewer.ts";

const columns = {
  id: questionSets.id,
  title: questionSets.title,
  intro: questionSets.intro,
  branchId: questionSets.branchId,
  branchName: branches.name,
  path: branches.path,
  kind: questionSets.kind,
  questionIds: questionSets.questionIds,
  blueprint: questionSets.blueprint,
  limitMs: questionSets.limitMs,
  passPercent: questionSets.passPercent,
  week: questionSets.week,
  createdAt: questionSets.createdAt,
  publishedAt: questionSets.publishedAt,
  archivedAt: questionSets.archivedAt,
};

/** Sets with their branch, ready for a condition. */
export const setRows = (db: Db | Tx) => db.select(columns).from(questionSets).innerJoin(branches, eq(branches.id, questionSets.branchId));
export type QuestionSet = Awaited<ReturnType<typeof setRows>>[number];

/** can.practiseSet said in SQL: published for one's own branch or one above it, and not put away. */
export const practisedBy = (viewer: Member): SQL | undefined =>
  and(isNotNull(questionSets.publishedAt), isNull(questionSets.archivedAt), sql`starts_with(${viewer.branchPath}, ${branches.path})`);

/** A set by number, whoever asks. */
export async function findSet(db: Db | Tx, id: number): Promise<QuestionSet | undefined> {
  return (await setRows(db).where(eq(questionSets.id, id)))[0];
}
