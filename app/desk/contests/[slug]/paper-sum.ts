import type { Blueprint } from "#domain/contests/rules.ts";

/** How many questions a paper of this blueprint has, and what it is worth in milli-points. */
export function paperSumOf(blueprint: Blueprint): { questions: number; worth: number } {
  return {
    questions: blueprint.reduce((sum, line) => sum + line.count, 0),
    worth: blueprint.reduce((sum, line) => sum + line.count * line.worth, 0),
  };
}
