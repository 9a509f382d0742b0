import { cookies } from "next/headers";
import { contentDisposition } from "#server/exports/content-disposition.ts";
import type { FileBytes } from "#server/files/get-file.ts";
import type { Verb } from "#server/verb.ts";
import { guarded } from "./endpoint.ts";
import { contextOf } from "./request-context.ts";
import { jsonReply } from "./respond.ts";
import { sessionCookieName } from "./session-cookie.ts";

type Params = { params: Promise<Record<string, string | string[] | undefined>> };

/** Shown in the page; everything else is for keeping. */
const SHOWN = /^(?:image|audio|video)\/|^application\/pdf$/;
/** Nothing a file says runs, or loads anything. A browser's PDF viewer does not open in a sandbox; it has one of its own. */
const POLICY = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";
const policyOf = (contentType: string) => (contentType === "application/pdf" ? `${POLICY}; object-src 'self'` : `${POLICY}; sandbox`);

function headersOf({ name, contentType, sha256 }: FileBytes): Record<string, string> {
  const disposition = contentDisposition(name);
  return {
    "content-type": contentType,
    "content-disposition": SHOWN.test(contentType) ? disposition.replace(/^attachment/, "inline") : disposition,
    // Asked again each time, since who may read it can change; what the browser holds is not sent twice.
    "cache-control": "private, no-cache, no-transform",
    etag: `"${sha256}"`,
    "accept-ranges": "bytes",
    "x-content-type-options": "nosniff",
    "content-security-policy": policyOf(contentType),
    "cross-origin-resource-policy": "same-origin",
  };
}

/** What stands in the address beyond the file itself: nothing may, so it comes under names that no verb takes. */
const unasked = (request: Request) =>
  Object.fromEntries([...new URL(request.url).searchParams].map(([name, value]) => [`?${name}`, value]));

function replyOf(file: FileBytes): Response {
  const headers = headersOf(file);
  if (file.bytes === null && file.isPart) {
    return new Response(null, { status: 416, headers: { ...headers, "content-range": `bytes */${file.size}` } });
  }
  if (file.bytes === null) return new Response(null, { status: 304, headers });
  const length = { "content-length": String(file.bytes.length) };
  const body = file.bytes as Uint8Array<ArrayBuffer>;
  if (!file.isPart) return new Response(body, { headers: { ...headers, ...length } });
  const range = `bytes ${file.start}-${file.start + file.bytes.length - 1}/${file.size}`;
  return new Response(body, { status: 206, headers: { ...headers, ...length, "content-range": range } });
}

/** Binds the query that gives a kept file: whole, in part (206), or not again (304). */
export function serveFile(verb: Verb<FileBytes>) {
  return (request: Request, { params }: Params): Promise<Response> =>
    guarded(request, verb.at, async () => {
      const context = await contextOf(request.headers, (await cookies()).get(sessionCookieName())?.value);
      const [range, held] = [request.headers.get("range"), request.headers.get("if-none-match")];
      // `If-Range` needs no look: the bytes under a number never change.
      const input = { ...unasked(request), ...(await params), ...(range && { range }), ...(held && !range && { held }) };
      const outcome = await verb.call(context, input);
      return outcome.ok ? replyOf(outcome.value) : jsonReply(outcome);
    });
}
