import { z } from "zod";
import type { Db } from "#db/client.ts";
import { shownResponse } from "#domain/papers/shown-response.ts";
import { responseSchema } from "#domain/questions/question.ts";
import { CHECK_STATES, standingOf } from "#domain/reviews/check-standing.ts";
import { shownBodySchema } from "#server/attempts/shown-body-schema.ts";
import { ownBody, ownPresentation } from "#server/reviews/shown-question.ts";
import { checksOf, triesOf } from "./checks-of.ts";

/** A question in a text as its reader sees it. Neither key nor explanation is here: the play role cannot read them. */
export const checkSchema = z.object({
  questionId: z.number(),
  /** The wording of the question; an answer names the one it answers. */
  version: z.number(),
  /** The paragraph it stands after; "": at the end. */
  after: z.string(),
  body: shownBodySchema,
  state: z.enum(CHECK_STATES),
  tries: z.number(),
  /** The last answer to this wording. */
  response: responseSchema,
});
export type ShownCheck = z.output<typeof checkSchema>;

/** The questions of a wording for one reader. */
export async function readChecks(db: Db, personId: number, materialId: number, materialVersionId: number): Promise<ShownCheck[]> {
  const tries = await triesOf(db, personId, materialId);
  return (await checksOf(db, materialVersionId)).map((check) => {
    const { state, tries: count } = standingOf(check, tries);
    const last = tries.findLast(({ versionId }) => versionId === check.id)?.response ?? null;
    const response = shownResponse(last, ownPresentation(personId, check), check.body);
    return {
      questionId: check.questionId,
      version: check.id,
      after: check.after,
      body: ownBody(personId, check),
      state,
      tries: count,
      response,
    };
  });
}
