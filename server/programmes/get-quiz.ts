import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { itemSchema, itemsOf } from "#server/attempts/attempt-items.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { findQuiz } from "./find-quiz.ts";

/** One's own open attempt at a quiz: the questions as this person sees them. */
export const getQuiz = query({
  at: "GET /api/quiz-attempts/:id",
  input: z.strictObject({ id: idSchema }),
  output: z.object({
    attemptId: z.number(),
    itemId: z.number(),
    number: z.number(),
    state: z.string(),
    dueAt: z.date(),
    questions: z.array(itemSchema),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { id }, { viewer }) {
    const quiz = await findQuiz(db, id);
    if (!quiz || !can.sitAttempt(viewer, quiz)) throw new Refusal("not-found");
    const questions = quiz.state === "in_progress" ? await itemsOf(db, { ...quiz, rules: { shuffleOptions: true } }) : [];
    return { attemptId: id, itemId: quiz.itemId, number: quiz.number, state: quiz.state, dueAt: quiz.dueAt, questions };
  },
});
