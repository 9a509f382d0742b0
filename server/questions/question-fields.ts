import { z } from "zod";
import { problemsOf, type QuestionProblem } from "#domain/questions/check-question.ts";
import { type QuestionBody, type QuestionKey, questionBodySchema, questionKeySchema } from "#domain/questions/question.ts";
import { blankable, flagSchema, lineSchema, tagsSchema } from "#server/input-schemas.ts";
import { freeText, paragraphSchema, slugSchema } from "#server/materials/material-fields.ts";

/** A place in the tree of categories, "collection/title": parts that are not empty, "/" between them. */
export const categorySchema = z
  .string()
  .normalize("NFC")
  .transform((path) =>
    path
      .split("/")
      .map((part) => part.trim())
      .filter((part) => part !== "")
      .join("/"),
  )
  .pipe(z.union([z.literal(""), lineSchema(200)]));

/** What an author writes of a question. `material` is the slug of the text that answers it, `passage` the block there. */
export const questionFields = {
  body: questionBodySchema,
  key: questionKeySchema,
  explanation: freeText(4_000),
  category: categorySchema.default(""),
  difficulty: z.coerce.number().int().min(1).max(5),
  tags: tagsSchema.default([]),
  /** Where the answer stands, in words: beside the text of this house, or instead of it. Not sent: it stays as it was. */
  source: z.union([z.literal(""), lineSchema(500)]).optional(),
  material: blankable(slugSchema),
  passage: blankable(paragraphSchema),
  /** Straight on to the reviewers. */
  submit: flagSchema.default(false),
  /** Save although another question has the same stem. */
  sameStem: flagSchema.default(false),
};

export const problemSchema = z.object({
  severity: z.enum(["error", "warning"]),
  field: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** A problem's place in the input: the key is a part of its own, everything else is in the body. */
export const pathOf = ({ field }: QuestionProblem): string[] => (/^key(\.|$)/.test(field) ? field : `body.${field}`).split(".");

/** A schema's check that refuses what `problemsOf` calls an error, beside the field it is in. */
export function refuseProblems({ body, key }: { body: QuestionBody; key: QuestionKey }, check: z.RefinementCtx): void {
  for (const problem of problemsOf(body, key)) {
    if (problem.severity === "error")
      check.addIssue({ code: "custom", message: problem.code, path: pathOf(problem), params: problem.params });
  }
}

/** What a reviewer should look at, by its place in the input. */
export const warningsOf = (body: QuestionBody, key: QuestionKey): z.output<typeof problemSchema>[] =>
  problemsOf(body, key).map((problem) => ({ ...problem, field: pathOf(problem).join(".") }));
