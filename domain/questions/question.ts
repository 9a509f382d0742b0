// Above 150 lines: the shapes of bodies, keys and responses stand side by side, so that no kind is forgotten in one of them.
import { z } from "zod";

/** Kinds that a machine marks and that may stand as a part of a group. */
export const PART_KINDS = ["single", "multiple", "indefinite", "truefalse", "fill", "ordering", "matching", "numeric", "short"] as const;
export type PartKind = (typeof PART_KINDS)[number];
export const QUESTION_KINDS = [...PART_KINDS, "essay", "group"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Choices from a list of options; `indefinite` (不定项) has one or more right ones and does not tell how many. */
export const CHOICE_KINDS = ["single", "multiple", "indefinite"] as const;
export type ChoiceKind = (typeof CHOICE_KINDS)[number];

/** The mark of a blank inside a stem. */
export const BLANK = "____";

/** Text people write: no NUL, no lone surrogate, not only spaces. */
export const writtenText = (limit: number) =>
  z
    .string()
    .max(limit)
    .refine((text) => text.trim().length > 0, { message: "blank" })
    .refine((text) => !text.includes("\u0000") && text.isWellFormed(), { message: "bad-characters" });
const maybeText = (limit: number) =>
  z
    .string()
    .max(limit)
    .refine((text) => !text.includes("\u0000") && text.isWellFormed(), { message: "bad-characters" });

const stem = writtenText(5_000);
const option = z.strictObject({ text: writtenText(1_000), pin: z.enum(["first", "last", "fixed"]).optional() });
const options = z.array(option).min(2).max(10);
const parts = z.array(writtenText(500)).min(2).max(10);

/** A picture or a sound of a question: a stored file, with what it shows in words. */
const mediumSchema = z.strictObject({ file: z.int().positive(), type: z.enum(["image", "audio"]), alt: maybeText(300) });
export type Medium = z.output<typeof mediumSchema>;
const media = z.array(mediumSchema).max(6).optional();

const partBodies = [
  z.strictObject({ kind: z.literal("single"), stem, options, media }),
  z.strictObject({ kind: z.literal("multiple"), stem, options, media }),
  z.strictObject({ kind: z.literal("indefinite"), stem, options, media }),
  z.strictObject({ kind: z.literal("truefalse"), stem, media }),
  z.strictObject({ kind: z.literal("fill"), stem, blanks: z.int().min(1).max(10), media }),
  z.strictObject({ kind: z.literal("ordering"), stem, items: parts, media }),
  z.strictObject({ kind: z.literal("matching"), stem, lefts: parts, rights: parts, media }),
  /** `unit` is shown behind the field and is not part of the answer. */
  z.strictObject({ kind: z.literal("numeric"), stem, unit: maybeText(20).optional(), media }),
  z.strictObject({ kind: z.literal("short"), stem, media }),
] as const;
const partBodySchema = z.discriminatedUnion("kind", partBodies);
export type PartBody = z.output<typeof partBodySchema>;

/** What everybody may see of a question: never its key, nor its explanation. Options stand in the author's order. */
export const questionBodySchema = z.discriminatedUnion("kind", [
  ...partBodies,
  z.strictObject({ kind: z.literal("essay"), stem, media }),
  /** Several questions on one material, which is the stem. They stand in the author's order and share one place of a paper. */
  z.strictObject({ kind: z.literal("group"), stem, parts: z.array(partBodySchema).min(1).max(10), media }),
]);
export type QuestionBody = z.output<typeof questionBodySchema>;

const place = z.int().min(0).max(9);
/** What an author says of each option, for after the reveal; "" says nothing. */
const feedback = z.array(maybeText(1_000)).max(20).optional();
/** The author's own share of the mark for each option, in hundredths (GIFT's %w%); with it D2's modes do not apply. */
const weights = z.array(z.number().min(-100).max(100)).max(10).optional();
const percent = z.number().gt(0).max(100).default(100);
const figure = z.number().min(-1e15).max(1e15);

const partKeys = [
  z.strictObject({ kind: z.literal("single"), correct: place, weights, feedback }),
  z.strictObject({ kind: z.literal("multiple"), correct: z.array(place).min(1).max(10), weights, feedback }),
  z.strictObject({ kind: z.literal("indefinite"), correct: z.array(place).min(1).max(10), weights, feedback }),
  /** `feedback`: after a right answer, after a wrong one. */
  z.strictObject({ kind: z.literal("truefalse"), correct: z.boolean(), feedback }),
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
  /** |x − value| ≤ tolerance; of several that fit, the one that gives most. */
  z.strictObject({
    kind: z.literal("numeric"),
    answers: z
      .array(z.strictObject({ value: figure, tolerance: figure.min(0).default(0), percent }))
      .min(1)
      .max(10),
    feedback,
  }),
  /**
   * `accepted` are whole answers ("*" stands for anything); `keywords` are points of a longer answer, each found by any of its words
   * and worth its hundredths. What gives more counts; a person may overrule both.
   */
  z.strictObject({
    kind: z.literal("short"),
    accepted: z
      .array(z.strictObject({ text: writtenText(1_000), percent }))
      .max(20)
      .default([]),
    keywords: z
      .array(z.strictObject({ words: z.array(writtenText(100)).min(1).max(10), percent }))
      .max(20)
      .default([]),
    caseSensitive: z.boolean().default(false),
    feedback,
  }),
] as const;
const partKeySchema = z.discriminatedUnion("kind", partKeys);
export type PartKey = z.output<typeof partKeySchema>;

/** The right answer, by places in the body's lists (author's order). Lives in tables that the play role cannot read. */
export const questionKeySchema = z.discriminatedUnion("kind", [
  ...partKeys,
  /** What markers go by. The marks themselves are given by people. */
  z.strictObject({ kind: z.literal("essay"), guide: maybeText(4_000).default("") }),
  z.strictObject({ kind: z.literal("group"), parts: z.array(partKeySchema).min(1).max(10) }),
]);
export type QuestionKey = z.output<typeof questionKeySchema>;

/** The longest typed answer, in characters: an essay of a few pages. */
export const ESSAY_LIMIT = 6_000;

const partResponses = [
  z.strictObject({ picks: z.array(place).max(10) }),
  z.strictObject({ truth: z.boolean() }),
  z.strictObject({ texts: z.array(z.string().max(200)).max(10) }),
  z.strictObject({ order: z.array(place).max(10) }),
  z.strictObject({ pairs: z.array(place.nullable()).max(10) }),
  z.strictObject({ text: maybeText(ESSAY_LIMIT) }),
] as const;
const partResponseSchema = z.union(partResponses).nullable();
export type PartResponse = z.output<typeof partResponseSchema>;

/**
 * What a person answers. Places are those of the list as it was SHOWN to this person (presentation.ts), never the author's.
 * `null` clears the answer.
 */
export const responseSchema = z.union([...partResponses, z.strictObject({ parts: z.array(partResponseSchema).max(10) })]).nullable();
export type Response = z.output<typeof responseSchema>;

/** D2's ways of marking a multiple choice. */
export const MULTIPLE_MODES = ["all_or_nothing", "partial_no_wrong", "half_if_missing", "per_option"] as const;
export type MultipleMode = (typeof MULTIPLE_MODES)[number];
