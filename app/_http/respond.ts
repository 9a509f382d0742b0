import type { FieldProblem } from "#server/parse-input.ts";
import type { Outcome } from "#server/verb.ts";
import { ownPath } from "./origin.ts";

const STATUS: Record<string, number> = {
  "not-signed-in": 401,
  "wrong-account-or-password": 401,
  forbidden: 403,
  "foreign-origin": 403,
  "not-found": 404,
  invalid: 400,
  "too-large": 413,
  "unsupported-type": 415,
  "too-many-guesses": 429,
  "too-many": 429,
  unavailable: 503,
};

/** The status of a refusal; what is not listed was understood and refused: 422, or 409 when somebody was first. */
export function statusOf(code: string): number {
  return STATUS[code] ?? (code.startsWith("already-") || code.endsWith("-changed") ? 409 : 422);
}

const PRIVATE = { "cache-control": "private, no-store, no-transform" };

export type RefusalReply = Readonly<{ refused: string; params: Record<string, unknown>; fields: readonly FieldProblem[] }>;

/** JSON for those who speak JSON. */
export function jsonReply(outcome: Outcome<unknown>): Response {
  if (outcome.ok) return Response.json(outcome.value, { headers: PRIVATE });
  const reply: RefusalReply = { refused: outcome.code, params: outcome.params, fields: outcome.fields };
  const headers: Record<string, string> = { ...PRIVATE };
  if (outcome.code === "unavailable") headers["retry-after"] = "2";
  if (outcome.code === "too-many-guesses") headers["retry-after"] = String(60 * Number(outcome.params["minutes"] ?? 1));
  return Response.json(reply, { status: statusOf(outcome.code), headers });
}

/** 303 for a plain form: on to `next`, or back to the page with the refusal in the address, so forms work without JavaScript. */
export function formReply(request: Request, outcome: Outcome<unknown>, next: unknown): Response {
  const from = URL.parse(request.headers.get("referer") ?? "");
  const back = ownPath(from && from.pathname + from.search, "/");
  let location = typeof next === "string" ? ownPath(next, "/") : back;
  if (!outcome.ok) {
    const url = new URL(back, "http://own.invalid");
    url.searchParams.set("refused", outcome.code);
    const field = outcome.fields[0]?.path;
    url.searchParams.delete("field");
    if (field) url.searchParams.set("field", field);
    location = url.pathname + url.search;
  }
  return new Response(null, { status: 303, headers: { ...PRIVATE, location } });
}
