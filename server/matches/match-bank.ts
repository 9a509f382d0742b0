import { and, count, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { questions, questionVersions } from "#db/schema/questions.ts";
import { MATCH_QUESTIONS } from "#domain/matches/match-clock.ts";
import { CHOICE_KINDS } from "#domain/questions/question.ts";
import { fitFor } from "#server/practices/fit-for-sets.ts";

/** What everybody of these branches (by their paths) may practise, and answers by choosing: nothing private, nothing kept for a contest. */
const fitForAll = (paths: readonly string[], now: Date) =>
  and(inArray(questionVersions.kind, [...CHOICE_KINDS, "truefalse"]), ...[...new Set(paths)].map((path) => fitFor(path, now)));

/** Whether there are enough questions for people of these branches to play with. */
export async function hasMatchQuestions(tx: Tx, paths: readonly string[], now: Date): Promise<boolean> {
  const [found] = await tx
    .select({ count: count() })
    .from(questions)
    .innerJoin(questionVersions, eq(questionVersions.id, questions.publishedVersionId))
    .where(fitForAll(paths, now));
  return (found?.count ?? 0) >= MATCH_QUESTIONS;
}

/** The wordings of a match, as chance (the seed) has them. */
export async function drawMatch(tx: Tx, paths: readonly string[], seed: string, now: Date): Promise<number[]> {
  const rows = await tx
    .select({ versionId: questionVersions.id })
    .from(questions)
    .innerJoin(questionVersions, eq(questionVersions.id, questions.publishedVersionId))
    .where(fitForAll(paths, now))
    .orderBy(sql`md5(${seed} || ${questions.id}::text)`)
    .limit(MATCH_QUESTIONS);
  return rows.map(({ versionId }) => versionId);
}
