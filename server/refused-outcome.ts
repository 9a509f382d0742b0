import type { Refusal, RefusalParams } from "#domain/refusal.ts";
import type { FieldProblem } from "./parse-input.ts";

/** A refusal as the outcome of a verb, beside the field it names. */
export function refusedOutcome({ code, params: given }: Pick<Refusal, "code" | "params">) {
  const { field, ...params } = given;
  const fields: FieldProblem[] = field === undefined ? [] : [{ path: String(field), code, params }];
  return { ok: false as const, code, params: params as RefusalParams, fields };
}
