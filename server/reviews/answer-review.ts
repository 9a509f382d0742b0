import { z } from "zod";
import { can } from "#domain/access.ts";
import { responseSchema } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { LEECH_LAPSES } from "#domain/reviews/schedule.ts";
import { idSchema } from "#server/input-schemas.ts";
import { payReview } from "#server/points/pay-review.ts";
import { command } from "#server/verb.ts";
import { effortOf, effortSchema } from "./effort-schema.ts";
import { findKeyed, isInRunningPaper, isKeptForContest } from "./find-keyed.ts";
import { judgeResponse } from "./judge-response.ts";
import { lockAnswers } from "./lock-answers.ts";
import { noteAnswer } from "./note-answers.ts";
import { pickedPlace } from "./picked-place.ts";
import { revealOf } from "./reveal-of.ts";
import { answeredAtOf, reviewCardOf } from "./review-cards-of.ts";
import { revealSchema } from "./shown-question.ts";

/**
 * Answers a question of the own wrong-book once more; the reply tells the key, for this is practice, and when it comes again. An answer
 * to a card that was answered since (`since`) is a repeat, and is told how the card stands.
 */
export const answerReview = command({
  at: "POST /api/review/:questionId",
  input: z.strictObject({
    questionId: idSchema,
    version: idSchema,
    since: z.coerce.date(),
    response: responseSchema.optional(),
    pick: z.coerce.number().int().min(0).max(9).optional(),
    ...effortSchema,
  }),
  output: z.object({
    questionId: z.number(),
    isRight: z.boolean(),
    /** It has left the book as known. */
    leaves: z.boolean(),
    dueAt: z.date().nullable(),
    wrongCount: z.number(),
    isLeech: z.boolean(),
    answeredAt: z.date(),
    reveal: revealSchema.nullable(),
  }),
  refusals: ["answer-shape", "no-answer", "question-changed", "in-running-paper", "kept-for-contest"],
  door: "judge",
  load: async (tx, { questionId }, { viewer }) => {
    await lockAnswers(tx, viewer.personId);
    return reviewCardOf(tx, viewer, questionId);
  },
  may: can.beSignedIn,
  async run(tx, card, { questionId, version, since, response, pick, ...effort }, { viewer, now }) {
    const { personId } = viewer;
    const keyed = await findKeyed(tx, questionId);
    if (!keyed || keyed.id !== version) throw new Refusal("question-changed");
    if (await isInRunningPaper(tx, personId, questionId)) throw new Refusal("in-running-paper");
    if (card.cause !== "reading" && (await isKeptForContest(tx, questionId, now))) throw new Refusal("kept-for-contest");
    const isRepeat = answeredAtOf(card) > since;
    if (card.removedAt !== null && !isRepeat) throw new Refusal("not-found");
    if (!isRepeat) {
      const { isRight } = judgeResponse(personId, keyed, response ?? pickedPlace(keyed.body, pick));
      const known = await effortOf(tx, version, effort);
      await noteAnswer(tx, { personId, questionId, versionId: version, isRight, cause: "review", effort: known }, now);
      await payReview(tx, viewer, now);
    }
    const after = (await reviewCardOf(tx, viewer, questionId)) ?? card;
    const { wrongAt, rightAt, removedBy, dueAt, wrongCount, lapses } = after;
    return {
      questionId,
      isRight: rightAt !== null && (wrongAt === null || rightAt > wrongAt),
      leaves: removedBy === "known",
      dueAt,
      wrongCount,
      isLeech: lapses >= LEECH_LAPSES,
      answeredAt: answeredAtOf(after),
      reveal: await revealOf(tx, personId, questionId, true),
    };
  },
});
