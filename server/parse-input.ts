import type { z } from "zod";
import type { RefusalParams } from "#domain/refusal.ts";

/** What is wrong with one field of an input; `code` names a sentence under `fields` in messages/. */
export type FieldProblem = Readonly<{ path: string; code: string; params: RefusalParams }>;

/** An input that its schema refused. Bundles duplicate classes, so it is known by its mark. */
class InvalidInput extends Error {
  readonly problems: readonly FieldProblem[];
  constructor(problems: readonly FieldProblem[]) {
    super("invalid");
    this.problems = problems;
  }
}

/** The field problems of a zod error, by dotted path. */
function fieldsOf(error: z.ZodError): FieldProblem[] {
  return error.issues.map((issue) => {
    const params: Record<string, string | number> = {};
    if ("minimum" in issue) params["minimum"] = String(issue.minimum);
    if ("maximum" in issue) params["maximum"] = String(issue.maximum);
    if ("keys" in issue && Array.isArray(issue.keys)) params["keys"] = issue.keys.join(", ").slice(0, 200);
    const told = issue.code === "custom" ? Object.entries(issue.params ?? {}) : [];
    for (const [name, value] of told) if (typeof value === "string" || typeof value === "number") params[name] = value;
    return { path: issue.path.join("."), code: issue.code === "custom" ? issue.message : issue.code, params };
  });
}

/** The input as its schema gives it. Throws what `problemsOfInput` reads. */
export function parseInput<I extends z.ZodType>(schema: I, raw: unknown): z.output<I> {
  const parsed = schema.safeParse(raw);
  if (!parsed.success) throw new InvalidInput(fieldsOf(parsed.error));
  return parsed.data;
}

/** The refusal `invalid` with what is wrong at several fields, for what only the database knows. */
export const invalidFields = (problems: readonly FieldProblem[]): Error => new InvalidInput(problems);

/** The field problems, when this is the error of an input; else undefined. */
export function problemsOfInput(error: unknown): readonly FieldProblem[] | undefined {
  return error instanceof Error && "problems" in error && error.message === "invalid"
    ? (error.problems as readonly FieldProblem[])
    : undefined;
}
