import { z } from "zod";
import { blueprintLineSchema } from "#domain/contests/rules.ts";
import { writtenText } from "#domain/questions/question.ts";

const worth = z.int().min(1).max(1_000_000);

/** A part of a paper: questions chosen by hand, or lines that draw from the bank. */
export const sectionSchema = z.strictObject({
  title: writtenText(100),
  instructions: z.string().max(500).default(""),
  questions: z
    .array(z.strictObject({ questionId: z.int().positive(), worth }))
    .max(200)
    .default([]),
  lines: z.array(blueprintLineSchema).max(50).default([]),
});
export type Section = z.output<typeof sectionSchema>;
export const sectionsSchema = z.array(sectionSchema).min(1).max(20);

/** Who gets which questions: everybody the same chosen ones; everybody the same drawn ones; everybody drawn ones of their own. */
export const PAPER_KINDS = ["fixed", "per_contest", "per_person"] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];
