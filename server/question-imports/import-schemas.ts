import { z } from "zod";
import { QUESTION_KINDS, questionBodySchema, questionKeySchema } from "#domain/questions/question.ts";

const params = z.record(z.string(), z.union([z.string(), z.number()]));

/** Something wrong with a row or a file, as its page says it: where, why, and what would help. */
export const problemSchema = z.object({
  severity: z.enum(["error", "warning"]),
  code: z.string(),
  params,
  column: z.string().optional(),
  line: z.number().optional(),
  suggestion: z.object({ code: z.string(), params }).optional(),
});
export type ShownProblem = z.output<typeof problemSchema>;

/** What stood in the file: cells by their field, or the lines of text. */
export const rawSchema = z.union([z.record(z.string(), z.string()), z.string()]);

/** A row as the wizard shows it. */
export const importRowSchema = z.object({
  place: z.number(),
  line: z.number(),
  raw: rawSchema,
  kind: z.enum(QUESTION_KINDS).nullable(),
  draft: z
    .object({
      body: questionBodySchema,
      key: questionKeySchema,
      explanation: z.string(),
      category: z.string(),
      difficulty: z.number().nullable(),
      tags: z.array(z.string()),
      title: z.string(),
      source: z.string(),
      worth: z.number().nullable(),
      media: z.array(z.object({ type: z.enum(["image", "audio"]), name: z.string(), alt: z.string() })),
    })
    .nullable(),
  problems: z.array(problemSchema),
  /** A question of the bank that asks the same or nearly the same; likeness in ten-thousandths. */
  twin: z.object({ id: z.number(), stem: z.string(), likeness: z.number() }).nullable(),
  choice: z.enum(["import", "skip"]),
  questionId: z.number().nullable(),
});
export type ImportRow = z.output<typeof importRowSchema>;
