import type { ServerResponse } from "node:http";
import type { RefusalParams } from "#domain/refusal.ts";

/** The same as the other door's (app/_http/respond.ts), for the codes that can come up here. */
const STATUS: Readonly<Record<string, number>> = {
  invalid: 400,
  "not-signed-in": 401,
  "foreign-origin": 403,
  "not-found": 404,
  "too-slow": 408,
  "taken-over": 409,
  "too-large": 413,
  "unsupported-type": 415,
  "wrong-host": 421,
  "too-many": 429,
  broken: 500,
  unavailable: 503,
};

/** Answers JSON that nobody keeps and nobody packs: the length of an answer's receipt says nothing (TA5). */
export function replyJson(response: ServerResponse, status: number, body: unknown, more: Readonly<Record<string, string>> = {}): void {
  // As text it leaves in one piece with the head; as bytes it would be two.
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "private, no-store, no-transform",
    "content-length": Buffer.byteLength(text),
    ...more,
  });
  response.end(text);
}

/** Refuses in the words both doors use. */
export function replyRefusal(
  response: ServerResponse,
  code: string,
  params: RefusalParams = {},
  more: Readonly<Record<string, string>> = {},
): void {
  const status = STATUS[code] ?? 422;
  const wait = status === 503 || status === 429 ? { "retry-after": "1" } : {};
  replyJson(response, status, { refused: code, params, fields: [] }, { ...wait, ...more });
}
