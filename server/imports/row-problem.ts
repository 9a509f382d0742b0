import type { z } from "zod";
import type { RefusalParams } from "#domain/refusal.ts";

/** What is wrong with one cell: the row as Excel numbers it, the column's own title, and the sentence `importProblems.<code>`. */
export type RowProblem = { row: number; column: string; code: string; params: RefusalParams };

/** Reads a cell by the rule a form has for the same field; null and a problem when it breaks it. */
export function readCell<T>(schema: z.ZodType<T>, cell: string, place: { row: number; column: string }, problems: RowProblem[]): T | null {
  const read = schema.safeParse(cell);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const problem = (code: string, params: RefusalParams = {}) => problems.push({ ...place, code, params });
  if (cell.trim() === "") problem("missing");
  else if (issue?.code === "too_big") problem("too-long", { most: Number(issue.maximum) });
  else problem("bad-character");
  return null;
}
