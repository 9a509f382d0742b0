import { and, eq, inArray, isNull, ne, not, or, type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { questions, questionVersions } from "#db/schema/questions.ts";
import { shortagesOf } from "#domain/papers/draw-paper.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { visibleTo } from "#server/questions/visible-questions.ts";
import { keptQuestionIds } from "#server/reviews/kept-for-contests.ts";
import { fieldRefusal } from "#server/verb.ts";
import type { SetFields } from "./set-fields.ts";

/**
 * Of `questions` with their published version: what everybody of a branch (by its path) may practise now. In use, not one's own alone, of
 * the branch or one above it or everybody's, and not reserved for a contest whose keys are still shut. Essays no machine marks at once.
 */
export const fitFor = (path: string, now: Date): SQL | undefined =>
  and(
    ne(questions.state, "retired"),
    not(questions.isPrivate),
    ne(questionVersions.kind, "essay"),
    or(
      isNull(questions.branchId),
      sql`starts_with(${path}, (select ${branches.path} from ${branches} where ${branches.id} = ${questions.branchId}))`,
    ),
    sql`${questions.id} not in ${keptQuestionIds(now)}`,
  );

/** Questions with their published version, ready for a condition. */
export const fitRows = (db: Db | Tx) =>
  db
    .select({
      id: questions.id,
      versionId: questionVersions.id,
      stem: questionVersions.stem,
      kind: questionVersions.kind,
      category: questionVersions.category,
      difficulty: questionVersions.difficulty,
    })
    .from(questions)
    .innerJoin(questionVersions, eq(questionVersions.id, questions.publishedVersionId));

/** The chosen questions of a set that are fit for its branch and seen by who makes it, by number. */
export async function fitAmong(db: Db | Tx, viewer: Member, path: string, ids: readonly number[], now: Date) {
  if (ids.length === 0) return new Map<number, never>();
  const rows = await fitRows(db).where(and(inArray(questions.id, [...ids]), visibleTo(viewer), fitFor(path, now)));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Refuses a chosen question that its audience could not practise, at its place, and lines that the bank cannot fill. */
export async function refuseUnfit(tx: Tx, viewer: Member, path: string, set: Pick<SetFields, "questionIds" | "blueprint">, now: Date) {
  const fit = await fitAmong(tx, viewer, path, set.questionIds, now);
  const unfit = set.questionIds.findIndex((id) => !fit.has(id));
  if (unfit >= 0) throw fieldRefusal(`questionIds.${unfit}`, "question-not-practised");
  if (!set.blueprint) return;
  const pool = (await fitRows(tx).where(fitFor(path, now))).map(({ id, ...row }) => ({ ...row, questionId: id }));
  const [short] = shortagesOf(set.blueprint, pool);
  if (short) throw new Refusal("bank-too-small", { line: short.line + 1, wanted: short.wanted, have: short.have });
}
