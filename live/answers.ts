import type { IncomingMessage, ServerResponse } from "node:http";
import { isRefusal, Refusal } from "#domain/refusal.ts";
import { answerFigures } from "#server/attempts/answer-figures.ts";
import { takeAnswer } from "#server/attempts/take-answers.ts";
import { isUnavailable } from "#server/database-refusals.ts";
import { log } from "#server/log.ts";
import { readHotBody } from "./read-hot-body.ts";
import { replyJson, replyRefusal } from "./reply.ts";

/** Attempts heard from since presence was last written. */
export const heardAttempts = new Set<number>();

/** POST /api/attempts/:id/answers. `fixed` are the headers that every response carries. */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  attemptId: number,
  fixed: Readonly<Record<string, string>>,
): Promise<void> {
  try {
    if (!request.headers["content-type"]?.startsWith("application/json")) throw new Refusal("unsupported-type");
    const { body, receivedAt } = await readHotBody(request);
    const taken = await takeAnswer(attemptId, body, receivedAt);
    heardAttempts.add(attemptId);
    replyJson(response, 200, taken, fixed);
  } catch (error) {
    answerFigures.refused += 1;
    const refused = isRefusal(error) ? error : new Refusal(isUnavailable(error) ? "unavailable" : "broken");
    if (!isRefusal(error)) log.error({ attemptId, error }, "an answer could not be taken");
    // What was not read to its end must not be taken for the next request.
    const close = request.complete ? fixed : { ...fixed, connection: "close" };
    if (!response.headersSent) replyRefusal(response, refused.code, refused.params, close);
  }
}
