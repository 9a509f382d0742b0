import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { can } from "#domain/access.ts";
import { isPassed } from "#domain/programmes/move-on.ts";
import { Refusal } from "#domain/refusal.ts";
import { itemSchema, itemsOf } from "#server/attempts/attempt-items.ts";
import { marksOf, revealSchema, revealsOf, totalsOf } from "#server/attempts/reveals.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { findQuiz } from "./find-quiz.ts";
import { partsOf } from "./record-quiz.ts";

/** Those of the versions whose question stands in a contest's paper the person is sitting: nothing about them is told until it is handed in. */
async function inRunningPaper(db: Db, personId: number, versionIds: readonly number[]): Promise<Set<number>> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select v.id from question_versions v where v.id = any(${sql.param(versionIds)}::bigint[]) and exists (
      select 1 from attempts a join question_versions w on w.id = any(a.version_ids)
      where a.person_id = ${personId} and a.state = 'in_progress' and a.entry_id is not null and w.question_id = v.question_id)`);
  return new Set(rows.map(({ id }) => Number(id)));
}

/** One's own quiz after it was handed in: the score, what was right, and why. */
export const getQuizResult = query({
  at: "GET /api/quiz-attempts/:id/result",
  input: z.strictObject({ id: idSchema }),
  output: z.object({
    attemptId: z.number(),
    itemId: z.number(),
    number: z.number(),
    state: z.string(),
    finishedAt: z.date(),
    right: z.number(),
    questions: z.number(),
    /** Ten-thousandths of the full score. */
    score: z.number(),
    passed: z.boolean(),
    items: z.array(itemSchema.extend({ mark: z.object({ milli: z.number(), isRight: z.boolean() }), reveal: revealSchema.nullable() })),
  }),
  refusals: ["still-running"],
  door: "judge",
  may: can.beSignedIn,
  async run(db, { id }, { viewer }) {
    const quiz = await findQuiz(db, id);
    if (!quiz || !can.sitAttempt(viewer, quiz)) throw new Refusal("not-found");
    if (quiz.state === "in_progress") throw new Refusal("still-running");
    const paper = { ...quiz, rules: { shuffleOptions: true } };
    const [totals, items, marks, reveals] = [
      await totalsOf(db, id),
      await itemsOf(db, paper),
      await marksOf(db, id),
      await revealsOf(db, paper),
    ];
    const hidden = await inRunningPaper(db, viewer.personId, quiz.versionIds);
    const score = partsOf(
      totals.score_milli,
      quiz.worths.reduce((sum, each) => sum + each, 0),
    );
    return {
      attemptId: id,
      itemId: quiz.itemId,
      number: quiz.number,
      state: quiz.state,
      finishedAt: quiz.finishedAt ?? quiz.dueAt,
      right: totals.right_count,
      questions: quiz.versionIds.length,
      score,
      passed: isPassed(score, quiz.item.mastery),
      items: items.map((item) => ({
        ...item,
        mark: marks.get(item.slot) ?? { milli: 0, isRight: false },
        reveal: hidden.has(quiz.versionIds[item.slot] ?? 0) ? null : (reveals[item.slot] ?? null),
      })),
    };
  },
});
