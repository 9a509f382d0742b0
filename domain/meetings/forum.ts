import { z } from "zod";

const prizeSchema = z.strictObject({ name: z.string().min(1).max(20), count: z.int().min(1).max(50) });
export type Prize = z.output<typeof prizeSchema>;

/** The printed rules of a presentation forum. Scores and totals are milli-points. */
export const forumRulesSchema = z.strictObject({
  /** A presentation's time, and when the first bell rings before its end. */
  limitMs: z.int().min(30_000).max(7_200_000).default(480_000),
  warnMs: z.int().min(0).max(3_600_000).default(60_000),
  maxMilli: z.int().min(1_000).max(1_000_000).default(100_000),
  /** How many of the highest and of the lowest scores do not count. */
  dropHighest: z.int().min(0).max(3).default(1),
  dropLowest: z.int().min(0).max(3).default(1),
  /** What parts presenters of the same result: their highest judges' sum, their dropped scores, or nothing (they share the place). */
  tie: z.enum(["sum_of_all", "median", "share"]).default("sum_of_all"),
  /** What the first of them are given, in order: so many of each. Who shares a place shares its prize. */
  prizes: z.array(prizeSchema).max(8).default([]),
  /** The lot is drawn once from it and can be drawn again by anybody who checks. */
  seed: z.string().max(64).default(""),
  /** From then on no score is taken. */
  closedAt: z.iso.datetime().nullable().default(null),
});
export type ForumRules = z.output<typeof forumRulesSchema>;
