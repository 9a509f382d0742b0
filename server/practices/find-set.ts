import { and, eq, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
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
  opensAt: questionSets.opensAt,
  closesAt: questionSets.closesAt,
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

/** isSetOpen said in SQL. */
export const openAt = (now: Date): SQL =>
  sql`coalesce(${questionSets.opensAt} <= ${now}, true) and coalesce(${now} < ${questionSets.closesAt}, true)`;

/** can.editSet said in SQL. */
export function setsOf({ offices }: Member): SQL | undefined {
  const tops = offices.filter(({ office }) => office === "admin" || office === "organizer");
  return tops.length === 0 ? sql`false` : or(...tops.map(({ path }) => sql`starts_with(${branches.path}, ${path})`));
}

/** Of a set, how many questions a run of it has: those chosen, or what its blueprint draws. */
export const sizeOfSet = sql<number>`coalesce((select sum((line->>'count')::int)::int from jsonb_array_elements(${questionSets.blueprint}) line),
  cardinality(${questionSets.questionIds}))`;

/** A set by number, whoever asks. */
export async function findSet(db: Db | Tx, id: number): Promise<QuestionSet | undefined> {
  return (await setRows(db).where(eq(questionSets.id, id)))[0];
}

/** The same for a change: two who change one set are taken one after the other. */
export async function lockSet(tx: Tx, id: number): Promise<QuestionSet | undefined> {
  await tx.select({ id: questionSets.id }).from(questionSets).where(eq(questionSets.id, id)).for("update");
  return findSet(tx, id);
}
