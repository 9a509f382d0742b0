import { cookies } from "next/headers";
import { isRefusal } from "#domain/refusal.ts";
import { isUnavailable } from "#server/database-refusals.ts";
import { log } from "#server/log.ts";
import { refusedOutcome } from "#server/refused-outcome.ts";
import type { Context, Outcome, Verb } from "#server/verb.ts";
import { isOwnPage } from "./origin.ts";
import { readBody } from "./read-body.ts";
import { contextOf } from "./request-context.ts";
import { formReply, jsonReply } from "./respond.ts";
import { sessionCookieName } from "./session-cookie.ts";

type Params = { params: Promise<Record<string, string | string[] | undefined>> };
/** What an endpoint may add to a good reply, such as a cookie. */
type Finish<T> = (value: T, context: Context) => Promise<{ body: unknown; headers?: Record<string, string> }>;

const refused = (code: string): Outcome<never> => ({ ok: false, code, params: {}, fields: [] });

async function inputOf(request: Request, verb: Verb<unknown>, params: Params): Promise<Record<string, unknown>> {
  const given = verb.changes ? await readBody(request) : Object.fromEntries(new URL(request.url).searchParams);
  if (typeof given !== "object" || given === null || Array.isArray(given)) return { "": given };
  return { ...(given as Record<string, unknown>), ...(await params.params) };
}

async function handle<T>(request: Request, verb: Verb<T>, params: Params, finish?: Finish<T>): Promise<Response> {
  const isForm = !(request.headers.get("accept") ?? "").includes("json") && (request.headers.get("content-type") ?? "").includes("form");
  if (verb.changes && !isOwnPage(request.headers)) return jsonReply(refused("foreign-origin"));
  const context = await contextOf(request.headers, (await cookies()).get(sessionCookieName())?.value);
  // `next` is where a form wants to land; it is the border's business and no verb's.
  const { next, ...input } = await inputOf(request, verb, params);
  const outcome = await verb.call(context, input);
  if (!outcome.ok) log.info({ requestId: context.requestId, at: verb.at, refused: outcome.code }, "refused");
  if (!outcome.ok || !finish) return isForm ? formReply(request, outcome, next) : jsonReply(outcome);
  const { body, headers } = await finish(outcome.value, context);
  const reply = isForm ? formReply(request, outcome, next ?? "/") : jsonReply({ ok: true, value: body });
  for (const [name, value] of Object.entries(headers ?? {})) reply.headers.append(name, value);
  return reply;
}

/** Lets work answer; what it throws becomes a refusal, `unavailable`, or a reference under which the log tells more. */
export async function guarded(request: Request, at: string, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (isRefusal(error)) return jsonReply(refusedOutcome(error));
    const reference = request.headers.get("x-request-id") ?? "unknown";
    log.error({ requestId: reference, at, error }, "a request failed");
    if (isUnavailable(error)) return jsonReply(refused("unavailable"));
    return Response.json(
      { refused: "broken", params: { reference }, fields: [] },
      { status: 500, headers: { "cache-control": "no-store" } },
    );
  }
}

/** Binds a verb to its address: arrival, viewer, Origin, body, verb, status. JSON answers JSON; a plain form post answers 303. */
export function endpoint<T>(verb: Verb<T>, finish?: Finish<T>) {
  return (request: Request, params: Params): Promise<Response> => guarded(request, verb.at, () => handle(request, verb, params, finish));
}
