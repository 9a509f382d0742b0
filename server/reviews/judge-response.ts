import { authoredResponse } from "#domain/papers/authored-response.ts";
import { markOf } from "#domain/questions/mark.ts";
import type { QuestionBody, QuestionKey, Response } from "#domain/questions/question.ts";
import { storable } from "#domain/questions/storable.ts";
import { fieldRefusal } from "#server/verb.ts";
import { ownPresentation } from "./shown-question.ts";

/** Ten-thousandths: a whole answer. */
const WHOLE = 10_000;

export type Judged = Readonly<{ response: Response; mark: number; isRight: boolean }>;

/** The verdict on an answer given outside a paper, with the author's places. Refuses one that is empty or no answer to this question. */
export function judgeResponse(
  personId: number,
  version: Readonly<{ id: number; body: QuestionBody; key: QuestionKey }>,
  shown: Response,
): Judged {
  if (!storable(shown)) throw fieldRefusal("response", "answer-shape");
  const response = authoredResponse(shown, version.body, ownPresentation(personId, version));
  if (response === null) throw fieldRefusal("response", "no-answer");
  const { milli, right } = markOf({ ...version, response, worth: WHOLE, mode: "all_or_nothing" });
  return { response, mark: milli, isRight: right };
}
