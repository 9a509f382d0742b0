import type { Outcome, Verb } from "#server/verb.ts";
import { valueOf } from "./outcome.ts";
import { as } from "./people.ts";

/** What a verb answers a person; `now` is the moment of the request. */
export const tell = async <T>(verb: Verb<T>, personId: number, input: object, now = new Date()): Promise<Outcome<T>> =>
  verb.call(await as(personId, now), input);

/** The same of a verb that must not refuse. */
export async function told<T>(verb: Verb<T>, personId: number, input: object, now = new Date()): Promise<T> {
  return valueOf(await tell(verb, personId, input, now));
}

/** The code of a refusal, or "done". */
export async function codeOf(verb: Verb, personId: number, input: object, now = new Date()): Promise<string> {
  const outcome = await tell(verb, personId, input, now);
  return outcome.ok ? "done" : outcome.code;
}
