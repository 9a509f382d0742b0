import { z } from "zod";

export const QUESTION_KINDS = ["single", "multiple", "truefalse", "fill", "ordering", "matching"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** The mark of a blank inside a stem. */
export const BLANK = "____";

/** Text people write: no NUL, no lone surrogate, not only spaces. */
export const writtenText = (limit: number) =>
  z
    .string()
    .max(limit)
    .refine((text) => text.trim().length > 0, { message: "blank" })
    .refine((text) => !text.includes("\u0000") && text.isWellFormed(), { message: "bad-characters" });

const stem = writtenText(5_000);
const option = z.strictObject({ text: writtenText(1_000), pin: z.enum(["first", "last", "fixed"]).optional() });
const options = z.array(option).min(2).max(10);
const parts = z.array(writtenText(500)).min(2).max(10);

/** What everybody may see of a question: never its key, nor its explanation. Options stand in the author's order. */
export const questionBodySchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("single"), stem, options }),
  z.strictObject({ kind: z.literal("multiple"), stem, options }),
  z.strictObject({ kind: z.literal("truefalse"), stem }),
  z.strictObject({ kind: z.literal("fill"), stem, blanks: z.int().min(1).max(10) }),
  z.strictObject({ kind: z.literal("ordering"), stem, items: parts }),
  z.strictObject({ kind: z.literal("matching"), stem, lefts: parts, rights: parts }),
]);
export type QuestionBody = z.output<typeof questionBodySchema>;

const place = z.int().min(0).max(9);

/** The right answer, by places in the body's lists (author's order). Lives in tables that the play role cannot read. */
export const questionKeySchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("single"), correct: place }),
  z.strictObject({ kind: z.literal("multiple"), correct: z.array(place).min(1).max(10) }),
  z.strictObject({ kind: z.literal("truefalse"), correct: z.boolean() }),
  z.strictObject({
    kind: z.literal("fill"),
    blanks: z
      .array(z.array(writtenText(200)).min(1).max(20))
      .min(1)
      .max(10),
    match: z.enum(["exact", "contains"]).default("exact"),
    anyOrder: z.boolean().default(false),
    allOrNothing: z.boolean().default(false),
    foldDigits: z.boolean().default(false),
  }),
  /** `order[i]` is the place in `items` of what stands i-th. */
  z.strictObject({ kind: z.literal("ordering"), order: z.array(place).min(2).max(10), adjacentPairs: z.boolean().default(false) }),
  /** `pairs[l]` is the place in `rights` that belongs to left l. */
  z.strictObject({ kind: z.literal("matching"), pairs: z.array(place).min(2).max(10) }),
]);
export type QuestionKey = z.output<typeof questionKeySchema>;

/**
 * What a person answers. Places are those of the list as it was SHOWN to this person (presentation.ts), never the author's.
 * `null` clears the answer.
 */
export const responseSchema = z
  .union([
    z.strictObject({ picks: z.array(place).max(10) }),
    z.strictObject({ truth: z.boolean() }),
    z.strictObject({ texts: z.array(z.string().max(200)).max(10) }),
    z.strictObject({ order: z.array(place).max(10) }),
    z.strictObject({ pairs: z.array(place.nullable()).max(10) }),
  ])
  .nullable();
export type Response = z.output<typeof responseSchema>;

/** D2's ways of marking a multiple choice. */
export const MULTIPLE_MODES = ["all_or_nothing", "partial_no_wrong", "half_if_missing", "per_option"] as const;
export type MultipleMode = (typeof MULTIPLE_MODES)[number];
