import { cookies } from "next/headers";
import { contentDisposition } from "#server/exports/content-disposition.ts";
import type { StreamReply } from "#server/file-reply.ts";
import type { Verb } from "#server/verb.ts";
import { guarded } from "./endpoint.ts";
import { contextOf } from "./request-context.ts";
import { jsonReply } from "./respond.ts";
import { sessionCookieName } from "./session-cookie.ts";

type Params = { params: Promise<Record<string, string | string[] | undefined>> };

/** The parts as they are asked for: the reader's line sets the pace, and who goes away stops the reading. */
function bodyOf(parts: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const reading = parts[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await reading.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await reading.return?.();
    },
  });
}

/** Binds a query whose answer is a file larger than what is kept in memory: an attachment under its own name, a part at a time. */
export function streamDownload(verb: Verb<StreamReply>) {
  return (request: Request, { params }: Params): Promise<Response> =>
    guarded(request, verb.at, async () => {
      const context = await contextOf(request.headers, (await cookies()).get(sessionCookieName())?.value);
      const outcome = await verb.call(context, { ...Object.fromEntries(new URL(request.url).searchParams), ...(await params) });
      if (!outcome.ok) return jsonReply(outcome);
      const { fileName, contentType, size, parts } = outcome.value;
      const headers = {
        "content-type": contentType,
        "content-length": String(size),
        "content-disposition": contentDisposition(fileName),
        "cache-control": "private, no-store, no-transform",
        "x-content-type-options": "nosniff",
        "content-security-policy": "sandbox",
      };
      return new Response(bodyOf(parts), { headers });
    });
}
