import { z } from "zod";
import { QUESTION_KINDS, writtenText } from "#domain/questions/question.ts";

/** Who begins: by seat, or by the scores as they stand when the round begins. */
const ORDERS = ["seat", "high_first", "low_first"] as const;

const milli = z.int().min(0).max(1_000_000);
const limitMs = z.int().min(5_000).max(300_000);
const order = z.enum(ORDERS);

/** Where a round's questions come from: a part of a paper, or the bank's published questions of a category and everything below it. */
const sourceSchema = z.discriminatedUnion("from", [
  z.strictObject({ from: z.literal("paper"), paperId: z.int().positive(), section: z.int().min(0).max(19).default(0) }),
  z.strictObject({
    from: z.literal("bank"),
    category: z.string().trim().max(200).default(""),
    kind: z.enum(QUESTION_KINDS).exclude(["essay", "group"]).optional(),
  }),
]);
export type Source = z.output<typeof sourceSchema>;

/** What a buzz before “begin” costs: the first of a side, every later one, and what becomes of the question. */
const earlySchema = z.strictObject({
  minus: milli.default(10_000),
  again: milli.default(20_000),
  losesItem: z.boolean().default(false),
  item: z.enum(["open", "void"]).default("open"),
});

const all = { title: writtenText(40), source: sourceSchema, spares: z.int().min(0).max(20).default(2) };
const turns = { ...all, perSide: z.int().min(1).max(10).default(1), answerMs: limitMs.default(30_000), order: order.default("seat") };
const score = { right: milli.default(10_000), wrong: milli.default(0) };
const buzzing = { buzzMs: limitMs.default(15_000), early: earlySchema.prefault({}) };
const items = z.int().min(1).max(40);

export const roundSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("individual"), ...turns, ...score }),
  z.strictObject({ kind: z.literal("consult"), ...turns, ...score }),
  z.strictObject({
    kind: z.literal("buzz"),
    ...all,
    ...buzzing,
    items: items.default(6),
    answerMs: limitMs.default(30_000),
    right: milli.default(10_000),
    wrong: milli.default(10_000),
    /** After a wrong answer the others may answer. */
    steal: z.boolean().default(false),
    /** Nobody buzzed: the audience's question, or nobody's. */
    unclaimed: z.enum(["audience", "void"]).default("audience"),
  }),
  z.strictObject({
    kind: z.literal("risk"),
    ...turns,
    values: z.array(milli.min(1)).min(1).max(5).default([10_000, 30_000, 50_000]),
    answerMs: limitMs.default(60_000),
    order: order.default("high_first"),
  }),
  /** In turn; a side may pass so often in the round, and its question goes to the next one. */
  z.strictObject({
    kind: z.literal("arena"),
    ...turns,
    right: milli.default(10_000),
    wrong: milli.default(10_000),
    passes: z.int().min(0).max(5).default(1),
  }),
  /** Sudden death among the first sides that are level within so many places; it gives places and no points. */
  z.strictObject({
    kind: z.literal("extra"),
    ...all,
    ...buzzing,
    items: items.default(5),
    places: z.int().min(1).max(12).default(3),
    answerMs: limitMs.default(15_000),
  }),
  z.strictObject({ kind: z.literal("audience"), ...all, items: items.default(3) }),
  /**
   * Quiz bowl: a tossup is read aloud and may be interrupted; whoever has it is asked the parts of a bonus. Nothing means that there is no such
   * thing: no powers, no loss for a wrong interrupt, no bonuses, no overtime.
   */
  z.strictObject({
    kind: z.literal("bowl"),
    ...all,
    /** Sudden death takes them too. */
    spares: all.spares.unwrap().default(5),
    items: items.default(20),
    /** From the end of the reading. */
    buzzMs: limitMs.default(5_000),
    answerMs: limitMs.default(5_000),
    power: milli.default(15_000),
    right: milli.default(10_000),
    /** The first wrong interrupt alone costs it. */
    neg: milli.default(5_000),
    bonusParts: z.int().min(0).max(5).default(3),
    bonusPoints: milli.default(10_000),
    bonusMs: limitMs.default(5_000),
    /** A part that was missed goes to the next side by seat. */
    bouncebacks: z.boolean().default(false),
    /** How many tossups without a bonus the sides play that are level for the first place; then it is sudden death. */
    overtime: z.int().min(0).max(10).default(3),
  }),
]);
export type Round = z.output<typeof roundSchema>;
export type BowlRound = Extract<Round, { kind: "bowl" }>;

/**
 * How the three great houses of quiz bowl score (qbwiki, “Rules”): NAQT has powers and negs, ACF no powers, PACE powers of twenty, no negs and
 * bouncebacks.
 */
export const BOWL_PRESETS = {
  naqt: { power: 15_000, right: 10_000, neg: 5_000, bonusParts: 3, bonusPoints: 10_000, bouncebacks: false, overtime: 3 },
  acf: { power: 0, right: 10_000, neg: 5_000, bonusParts: 3, bonusPoints: 10_000, bouncebacks: false, overtime: 3 },
  pace: { power: 20_000, right: 10_000, neg: 0, bonusParts: 3, bonusPoints: 10_000, bouncebacks: true, overtime: 3 },
} as const satisfies Record<string, Partial<BowlRound>>;

/** What a final is played by: data, printed as it is. */
export const hallRulesSchema = z.strictObject({
  base: milli.default(100_000),
  rounds: z.array(roundSchema).min(1).max(12),
});
export type HallRules = z.output<typeof hallRulesSchema>;

/** How many questions a round of so many sides asks for, without its spares. */
export function neededFor(round: Round, sides: number): number {
  if (round.kind === "bowl") return round.items + round.overtime + round.items * round.bonusParts;
  return "perSide" in round ? round.perSide * sides : round.items;
}
