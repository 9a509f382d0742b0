import type { Outcome } from "#server/verb.ts";

/** What the verb gave; throws with the refusal when it refused. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.code} ${JSON.stringify(outcome.fields)}`);
  return outcome.value;
}

/** The refusal as `code` or `code@field`; "ok" when there was none. */
export const refusalOf = (outcome: Outcome<unknown>): string =>
  outcome.ok ? "ok" : [outcome.code, ...outcome.fields.map(({ path }) => path)].join("@");
