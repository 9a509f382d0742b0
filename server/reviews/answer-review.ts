import { z } from "zod";
import { can } from "#domain/access.ts";
import { responseSchema } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { findKeyed, isInRunningPaper } from "./find-keyed.ts";
import { judgeResponse } from "./judge-response.ts";
import { lockAnswers } from "./lock-answers.ts";
import { noteRight, noteWrong } from "./note-answer.ts";
import { pickedPlace } from "./picked-place.ts";
import { revealOf } from "./reveal-of.ts";
import { answeredAtOf, reviewCardsOf } from "./review-cards-of.ts";
import { revealSchema } from "./shown-question.ts";

/**
 * Answers a question of the own wrong-book once more. Right on two days in a row takes it out. The reply tells the key, for this is
 * practice. An answer to a card that was answered since (`since`) is a repeat, and is told how the card stands.
 */
export const answerReview = command({
  at: "POST /api/review/:questionId",
  input: z.strictObject({
    questionId: idSchema,
    version: idSchema,
    since: z.coerce.date(),
    response: responseSchema.optional(),
    pick: z.coerce.number().int().min(0).max(9).optional(),
  }),
  output: z.object({
    questionId: z.number(),
    isRight: z.boolean(),
    leaves: z.boolean(),
    rightSince: z.number(),
    wrongCount: z.number(),
    answeredAt: z.date(),
    reveal: revealSchema.nullable(),
  }),
  refusals: ["answer-shape", "no-answer", "question-changed", "in-running-paper"],
  door: "judge",
  load: async (tx, { questionId }, { viewer }) => {
    await lockAnswers(tx, viewer.personId);
    return (await reviewCardsOf(tx, viewer, questionId))[0];
  },
  may: can.beSignedIn,
  async run(tx, card, { questionId, version, since, response, pick }, { viewer, now }) {
    const { personId } = viewer;
    const keyed = await findKeyed(tx, questionId);
    if (!keyed || keyed.id !== version) throw new Refusal("question-changed");
    if (await isInRunningPaper(tx, personId, questionId)) throw new Refusal("in-running-paper");
    const isRepeat = answeredAtOf(card) > since;
    if (card.removedAt !== null && !isRepeat) throw new Refusal("not-found");
    if (!isRepeat) {
      const { isRight } = judgeResponse(personId, keyed, response ?? pickedPlace(keyed.body, pick));
      if (isRight) await noteRight(tx, { personId, questionId, now });
      else await noteWrong(tx, { personId, questionId, cause: card.cause, materialId: null, now });
    }
    const after = (await reviewCardsOf(tx, viewer, questionId))[0] ?? card;
    return {
      questionId,
      isRight: after.rightAt !== null && after.rightAt > after.wrongAt,
      leaves: after.removedAt !== null,
      rightSince: after.rightSince,
      wrongCount: after.wrongCount,
      answeredAt: answeredAtOf(after),
      reveal: await revealOf(tx, personId, questionId, true),
    };
  },
});
