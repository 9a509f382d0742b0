import { z } from "zod";

const text = z.string().trim().min(1);
/** Whether no two entries are equal. */
export const distinct = (list: readonly string[]): boolean => new Set(list).size === list.length;

/** The front matter of content/materials/<slug>.md. */
export const materialFrontMatterSchema = z.strictObject({
  title: text.max(40),
  titleEn: text,
  summary: text.refine((s) => cjkCountOf(s) >= 40 && cjkCountOf(s) <= 140, "summary must have 40–140 CJK characters"),
  summaryEn: text,
  collection: z.enum(["组织建设", "理论学习", "制度与方法", "青年学习", "工作实践"]),
  tags: z.array(text).min(2).max(5).refine(distinct, "tags must differ"),
  written: z.iso.date(),
  /** Questions of its own file that stand in the text; left out: three are chosen. */
  checks: z.array(z.string()).min(1).max(6).refine(distinct, "checks must differ").optional(),
  source: z.strictObject({
    file: z.string().regex(/^\d{3}$/),
    name: text,
    date: z.string().regex(/^(\d{4}(-\d{2}){0,2})?$/),
    note: text,
  }),
});

const common = {
  id: z.string().regex(/^q\d{2,}$/),
  stem: text.min(5),
  difficulty: z.int().min(1).max(5),
  explanation: text.min(8),
  passage: z.string().regex(/^p\d+$/),
};
const options = z.array(text).min(3).max(6).refine(distinct, "options must differ");
const pin = z.literal("last").optional();

/** One question of content/questions/<slug>.yaml; what needs more than one field is checked by readContentPack. */
export const authoredQuestionSchema = z.discriminatedUnion("type", [
  z.strictObject({ ...common, type: z.literal("single"), options, pin, answer: z.string().regex(/^[A-F]$/) }),
  z.strictObject({ ...common, type: z.literal("multiple"), options, pin, answer: z.string().regex(/^(?=.{2})A?B?C?D?E?F?$/) }),
  z.strictObject({ ...common, type: z.literal("truefalse"), answer: z.boolean() }),
  z.strictObject({ ...common, type: z.literal("fill"), answer: z.array(z.array(text).min(1)).min(1) }),
  z.strictObject({ ...common, type: z.literal("ordering"), items: z.array(text).min(3).max(6).refine(distinct, "items must differ") }),
  z.strictObject({
    ...common,
    type: z.literal("matching"),
    pairs: z
      .array(z.tuple([text, text]))
      .min(3)
      .max(5),
    extra: z.array(text).optional(),
  }),
]);

/** content/pack.yaml. */
export const packSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  version: z.int().min(1),
  title: text,
  titleEn: text,
  summary: text,
  summaryEn: text,
});

export type AuthoredQuestion = z.infer<typeof authoredQuestionSchema>;

/** How many Chinese characters a text has; punctuation, Latin letters and digits do not count. */
export function cjkCountOf(value: string): number {
  return value.match(/\p{Script=Han}/gu)?.length ?? 0;
}
