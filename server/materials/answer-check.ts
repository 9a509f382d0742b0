import { z } from "zod";
import { checkAnswers } from "#db/schema/reviews.ts";
import { can } from "#domain/access.ts";
import { responseSchema } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";
import { CHECK_STATES, standingOf } from "#domain/reviews/check-standing.ts";
import { idSchema } from "#server/input-schemas.ts";
import { findKeyed, isInRunningPaper } from "#server/reviews/find-keyed.ts";
import { judgeResponse } from "#server/reviews/judge-response.ts";
import { lockAnswers } from "#server/reviews/lock-answers.ts";
import { noteAnswer } from "#server/reviews/note-answers.ts";
import { pickedPlace } from "#server/reviews/picked-place.ts";
import { revealOf } from "#server/reviews/reveal-of.ts";
import { revealSchema } from "#server/reviews/shown-question.ts";
import { command } from "#server/verb.ts";
import { checksOf, triesOf } from "./checks-of.ts";
import { findReadable } from "./find-readable.ts";
import { slugSchema } from "./material-fields.ts";
import { settleReading } from "./settle-reading.ts";

/**
 * Answers a question that stands in a text. The reply says right or wrong, why, and where to read it again; the key comes after a right
 * or a second wrong answer. When all are right the reading is complete. A repeat (`tries` already counted) is told the same.
 */
export const answerCheck = command({
  at: "POST /api/materials/:slug/checks/:questionId",
  input: z.strictObject({
    slug: slugSchema,
    questionId: idSchema,
    /** The wording that was answered, and how often it had been answered before. */
    version: idSchema,
    tries: z.coerce.number().int().min(0).max(10_000),
    response: responseSchema.optional(),
    /** The chosen place of a single choice or a judgement, as a plain form says it. */
    pick: z.coerce.number().int().min(0).max(9).optional(),
  }),
  output: z.object({
    questionId: z.number(),
    state: z.enum(CHECK_STATES),
    tries: z.number(),
    reveal: revealSchema.nullable(),
    progress: z.object({ done: z.number(), total: z.number(), completedAt: z.date().nullable() }),
  }),
  refusals: ["answer-shape", "no-answer", "question-changed", "in-running-paper"],
  door: "judge",
  load: async (tx, { slug, questionId }, { viewer }) => {
    await lockAnswers(tx, viewer.personId);
    const found = await findReadable(tx, slug, viewer);
    const check = found && (await checksOf(tx, found.version.id)).find((one) => one.questionId === questionId);
    return check && { ...found, check, published: true };
  },
  may: can.readMaterial,
  async run(tx, { materialId, version: { id: versionId }, check }, { questionId, version, tries, response, pick }, { viewer, now }) {
    const { personId } = viewer;
    const keyed = await findKeyed(tx, questionId);
    if (!keyed || check.id !== version) throw new Refusal("question-changed");
    if (await isInRunningPaper(tx, personId, questionId)) throw new Refusal("in-running-paper");
    const before = standingOf(check, await triesOf(tx, personId, materialId));
    if (before.tries <= tries && before.state !== "right") {
      const judged = judgeResponse(personId, keyed, response ?? pickedPlace(keyed.body, pick));
      const given = { personId, materialId, versionId, questionVersionId: check.id, answeredAt: now, ...judged };
      await tx.insert(checkAnswers).values(given);
      await noteAnswer(tx, { personId, questionId, versionId: check.id, isRight: judged.isRight, cause: "reading", materialId }, now);
    }
    const after = standingOf(check, await triesOf(tx, personId, materialId));
    return {
      questionId,
      state: after.state,
      tries: after.tries,
      reveal: await revealOf(tx, personId, questionId, after.showsKey),
      progress: await settleReading(tx, { personId, materialId, versionId, now }),
    };
  },
});
