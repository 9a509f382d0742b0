import type { IncomingMessage } from "node:http";
import { gunzipSync } from "node:zlib";
import { BUSY_DIGEST } from "#domain/page-busy.ts";

/** As JSON, or as JSON within a script's string. */
const DIGEST = new RegExp(`\\\\?"digest\\\\?":\\\\?"${BUSY_DIGEST}\\\\?"`);

/** A page that the page server could not make: a document with status 500. What scripts ask for says itself what it is. */
export const isBrokenPage = ({ statusCode, headers }: IncomingMessage): boolean =>
  statusCode === 500 && (headers["content-type"] ?? "").startsWith("text/html");

/** The whole body; of a broken page it is short. */
export async function bodyOf(found: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of found) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/**
 * Whether it broke for want of a connection. The framework knows no status but 500 for a page that throws, and writes what we called
 * the error (`digest`) into the document.
 */
export function isBusyPage({ headers }: IncomingMessage, body: Buffer): boolean {
  const text = headers["content-encoding"] === "gzip" ? gunzipSync(body) : body;
  return DIGEST.test(text.toString());
}
