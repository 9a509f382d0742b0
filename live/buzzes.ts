import type { IncomingMessage, ServerResponse } from "node:http";
import { isRefusal, Refusal } from "#domain/refusal.ts";
import { isUnavailable } from "#server/database-refusals.ts";
import { takeBuzz } from "#server/halls/take-buzz.ts";
import { log } from "#server/log.ts";
import { replyJson, replyRefusal } from "./reply.ts";

/** The monotonic clock counts from here; microseconds of one process compare with each other and with nothing else. */
const usNow = (): number => Math.round((performance.timeOrigin + performance.now()) * 1_000);

/**
 * POST /api/halls/:id/buzz. What it asks stands in the address, so that its moment is that of its first line; a body, which could come
 * slowly, is not waited for. `fixed` are the headers that every response carries.
 */
export async function buzz(
  request: IncomingMessage,
  response: ServerResponse,
  { hallId, asked, arrivalMs }: Readonly<{ hallId: number; asked: string; arrivalMs: number }>,
  fixed: Readonly<Record<string, string>>,
): Promise<void> {
  const received = { atMs: arrivalMs, us: usNow() };
  try {
    request.resume();
    replyJson(response, 200, await takeBuzz(hallId, Object.fromEntries(new URLSearchParams(asked)), received), fixed);
  } catch (error) {
    const refused = isRefusal(error) ? error : new Refusal(isUnavailable(error) ? "unavailable" : "broken");
    if (!isRefusal(error)) log.error({ hallId, error }, "a buzz could not be taken");
    if (!response.headersSent) replyRefusal(response, refused.code, refused.params, fixed);
  }
}
