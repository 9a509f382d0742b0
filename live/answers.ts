import type { IncomingMessage, ServerResponse } from "node:http";
import { isRefusal, Refusal } from "#domain/refusal.ts";
import { answerFigures } from "#server/attempts/answer-figures.ts";
import { takeAnswer } from "#server/attempts/take-answers.ts";
import { isUnavailable } from "#server/database-refusals.ts";
import { takeGameAnswer } from "#server/games/take-game-answer.ts";
import { takeGameSay } from "#server/games/take-game-says.ts";
import { takePulse } from "#server/games/take-pulse.ts";
import { log } from "#server/log.ts";
import { readHotBody } from "./read-hot-body.ts";
import { replyJson, replyRefusal } from "./reply.ts";

/** Attempts heard from since presence was last written. */
export const heardAttempts = new Set<number>();

type Fixed = Readonly<Record<string, string>>;

/** Reads a hot request, lets `take` answer it, and says whatever it throws in the words of both doors. */
async function hot(
  request: IncomingMessage,
  response: ServerResponse,
  fixed: Fixed,
  take: (body: unknown, receivedAt: Date) => unknown,
): Promise<void> {
  try {
    if (!request.headers["content-type"]?.startsWith("application/json")) throw new Refusal("unsupported-type");
    const { body, receivedAt } = await readHotBody(request);
    replyJson(response, 200, await take(body, receivedAt), fixed);
  } catch (error) {
    answerFigures.refused += 1;
    const refused = isRefusal(error) ? error : new Refusal(isUnavailable(error) ? "unavailable" : "broken");
    if (!isRefusal(error)) log.error({ path: request.url, error }, "an answer could not be taken");
    // What was not read to its end must not be taken for the next request.
    const close = request.complete ? fixed : { ...fixed, connection: "close" };
    if (!response.headersSent) replyRefusal(response, refused.code, refused.params, close);
  }
}

/** POST /api/attempts/:id/answers. `fixed` are the headers that every response carries. */
export const answer = (request: IncomingMessage, response: ServerResponse, attemptId: number, fixed: Fixed): Promise<void> =>
  hot(request, response, fixed, async (body, receivedAt) => {
    const taken = await takeAnswer(attemptId, body, receivedAt);
    heardAttempts.add(attemptId);
    return taken;
  });

/** POST /api/games/:id/answers. */
export const answerGame = (request: IncomingMessage, response: ServerResponse, gameId: number, fixed: Fixed): Promise<void> =>
  hot(request, response, fixed, (body, receivedAt) => takeGameAnswer(gameId, body, receivedAt));

/** POST /api/games/:id/pulse. */
export const pulseOfGame = (request: IncomingMessage, response: ServerResponse, gameId: number, fixed: Fixed): Promise<void> =>
  hot(request, response, fixed, (body, receivedAt) => takePulse(gameId, body, receivedAt));

/** POST /api/games/:id/says. */
export const sayInGame = (request: IncomingMessage, response: ServerResponse, gameId: number, fixed: Fixed): Promise<void> =>
  hot(request, response, fixed, (body, receivedAt) => takeGameSay(gameId, body, receivedAt));
