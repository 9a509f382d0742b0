import { cookies } from "next/headers";
import { contentDisposition } from "#server/exports/content-disposition.ts";
import type { FileReply } from "#server/file-reply.ts";
import type { Verb } from "#server/verb.ts";
import { guarded } from "./endpoint.ts";
import { contextOf } from "./request-context.ts";
import { jsonReply } from "./respond.ts";
import { sessionCookieName } from "./session-cookie.ts";

type Params = { params: Promise<Record<string, string | string[] | undefined>> };

/** Binds a query whose answer is a file: always an attachment under its own name (RFC 5987), never sniffed, never kept by a cache. */
export function download(verb: Verb<FileReply>) {
  return (request: Request, { params }: Params): Promise<Response> =>
    guarded(request, verb.at, async () => {
      const context = await contextOf(request.headers, (await cookies()).get(sessionCookieName())?.value);
      const outcome = await verb.call(context, { ...Object.fromEntries(new URL(request.url).searchParams), ...(await params) });
      if (!outcome.ok) return jsonReply(outcome);
      const { fileName, contentType, bytes } = outcome.value;
      const headers = {
        "content-type": contentType,
        "content-disposition": contentDisposition(fileName),
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
        "content-security-policy": "sandbox",
      };
      return new Response(bytes as Uint8Array<ArrayBuffer>, { headers });
    });
}
