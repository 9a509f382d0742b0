import { z } from "zod";

const places = z.array(z.int().min(0).max(20)).max(20);

/** What Moodle's formats have no place for, in a comment beside the question. Everything is optional: a file without remarks is whole. */
const remarkSchema = z.strictObject({
  kind: z
    .enum(["single", "multiple", "indefinite", "truefalse", "fill", "ordering", "matching", "numeric", "short", "essay", "group"])
    .optional(),
  difficulty: z.int().min(1).max(5).optional(),
  source: z.string().optional(),
  worth: z.int().min(0).optional(),
  pins: z.array(z.enum(["first", "last", "fixed"]).nullable()).optional(),
  /** The right options, in the order the author named them. */
  picks: places.optional(),
  /** Whether the shares of the mark are the author's own (or come of how many options are right). */
  weights: z.boolean().optional(),
  /** Where each item of the right order, or each right side, stands in the question's own list. */
  places: places.optional(),
  rules: z.record(z.string(), z.union([z.boolean(), z.string()])).optional(),
  keywords: z.array(z.object({ words: z.array(z.string()), percent: z.number() })).optional(),
  /** Whether the accepted texts stand only for keywords, for who cannot read those. */
  standIns: z.boolean().optional(),
  unit: z.string().optional(),
  guide: z.string().optional(),
  /** How many of the questions that follow ask about this material. */
  parts: z.int().min(1).max(10).optional(),
});
export type Remark = z.output<typeof remarkSchema>;

const LEAD = "zhixing:";

/** The remark in a comment's text; undefined when it is none of ours, null when it is broken. */
export function readRemark(comment: string): Remark | null | undefined {
  const plain = comment.trim();
  if (!plain.startsWith(LEAD)) return undefined;
  try {
    const read = remarkSchema.safeParse(JSON.parse(plain.slice(LEAD.length)));
    return read.success ? read.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** A comment that readRemark reads; null when there is nothing to say. "--" may not stand in an XML comment. */
export function writeRemark(remark: Remark): string | null {
  const filled = Object.fromEntries(Object.entries(remark).filter(([, value]) => value !== undefined));
  if (Object.keys(filled).length === 0) return null;
  return `${LEAD} ${JSON.stringify(filled).replaceAll("--", "-\\u002d").replaceAll(">", "\\u003e")}`;
}
