import type { Outcome, Verb } from "#server/verb.ts";
import { valueOf } from "./outcome.ts";
import { as } from "./people.ts";

/** What a verb answers a person. */
export const tell = async <T>(verb: Verb<T>, personId: number, input: object): Promise<Outcome<T>> => verb.call(await as(personId), input);

/** The same of a verb that must not refuse. */
export async function told<T>(verb: Verb<T>, personId: number, input: object): Promise<T> {
  return valueOf(await tell(verb, personId, input));
}

/** The code of a refusal, or "done". */
export async function codeOf(verb: Verb, personId: number, input: object): Promise<string> {
  const outcome = await tell(verb, personId, input);
  return outcome.ok ? "done" : outcome.code;
}
