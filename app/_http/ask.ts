import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { Refusal } from "#domain/refusal.ts";
import type { Outcome, Verb } from "#server/verb.ts";
import { inTurn } from "./in-turn.ts";
import { pageContext } from "./request-context.ts";

/** Asks a query for a page: a visitor is led to sign-in, what may not be seen is not found. */
export async function ask<T>(verb: Verb<T>, input: unknown = {}): Promise<T> {
  const outcome = await tryAsk(verb, input);
  if (outcome.ok) return outcome.value;
  if (outcome.code === "not-signed-in") {
    const path = (await headers()).get("x-zx-path") ?? "/";
    redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  }
  if (outcome.code === "not-found" || outcome.code === "forbidden" || outcome.code === "invalid") notFound();
  throw new Error(`${verb.at} refused a page: ${outcome.code}`);
}

/** The same, with the refusal left to the page; but for `unavailable`: no page has anything to say without its database. */
export async function tryAsk<T>(verb: Verb<T>, input: unknown = {}): Promise<Outcome<T>> {
  const context = await pageContext();
  return inTurn(async () => {
    const outcome = await verb.call(context, input);
    if (!outcome.ok && outcome.code === "unavailable") throw new Refusal("unavailable");
    return outcome;
  });
}
