import type { DraftProblem } from "#domain/programmes/check-draft.ts";
import { invalidFields } from "#server/parse-input.ts";

/** Refuses a draft at every field that has a problem of these levels. */
export function refuseProblems(problems: readonly DraftProblem[], levels: readonly DraftProblem["level"][]): void {
  const found = problems.filter(({ level }) => levels.includes(level));
  if (found.length > 0) throw invalidFields(found.map(({ path, code, params = {} }) => ({ path, code, params })));
}
