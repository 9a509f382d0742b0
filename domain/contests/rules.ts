import { z } from "zod";
import { awardRulesSchema } from "#domain/awards/award-rules.ts";
import { MULTIPLE_MODES, QUESTION_KINDS } from "#domain/questions/question.ts";
import { promotionRulesSchema } from "#domain/stages/promotion-rules.ts";
import { divisionRulesSchema, teamRulesSchema } from "#domain/teams/team-rules.ts";
import { formatSchema } from "./format.ts";
import { rehearsalRulesSchema } from "./rehearsal.ts";

/** One line of a blueprint: so many questions of a category, kind and difficulty, each worth so much. */
export const blueprintLineSchema = z.strictObject({
  /** Path of the category; its subcategories count too. Null: all. */
  category: z.string().max(200).nullable().default(null),
  kind: z.enum(QUESTION_KINDS).nullable().default(null),
  difficulty: z.tuple([z.int().min(1).max(5), z.int().min(1).max(5)]).default([1, 5]),
  count: z.int().min(1).max(200),
  /** Milli-points of one question. */
  worth: z.int().min(1).max(1_000_000).default(1_000),
});
export type BlueprintLine = z.output<typeof blueprintLineSchema>;
export const blueprintSchema = z.array(blueprintLineSchema).min(1).max(50);
export type Blueprint = z.output<typeof blueprintSchema>;

export const BRANCH_FORMULAS = ["per_head", "mean_participants", "total", "top_n_mean", "participation"] as const;
export type BranchFormula = (typeof BRANCH_FORMULAS)[number];

/** What of the person board a member sees (B4): all of it, the own place with those around it, or a band of percent. */
export const BOARD_VIEWS = ["full", "near", "band"] as const;
export type BoardView = (typeof BOARD_VIEWS)[number];

export const REVIEW_MOMENTS = ["submitted", "closed", "published", "never"] as const;

/** What a contest prints and plays by: the rules are data (D1, D2, D4, D5). Durations in ms. */
export const contestRulesSchema = z.strictObject({
  limitMs: z
    .int()
    .min(60_000)
    .max(12 * 3_600_000),
  /** How it is played and what counts (D4); not said: the usual contest of D4.1. */
  format: formatSchema.optional(),
  /** A period in which it may be tried without its counting; not said: none. */
  rehearsal: rehearsalRulesSchema.optional(),
  /** Network allowance after due (D1). */
  allowanceMs: z.int().min(0).max(60_000).default(10_000),
  attempts: z.int().min(1).max(20).default(1),
  /** Wait between attempts (D1 delay1, delay2). */
  delayMs: z
    .int()
    .min(0)
    .max(7 * 86_400_000)
    .default(0),
  counts: z.enum(["first", "highest", "last", "mean"]).default("first"),
  multipleMode: z.enum(MULTIPLE_MODES).default("all_or_nothing"),
  shuffleQuestions: z.boolean().default(true),
  shuffleOptions: z.boolean().default(true),
  earliestHandInMs: z.int().min(0).default(0),
  lobbyMs: z.int().min(0).max(3_600_000).default(600_000),
  passPercent: z.int().min(0).max(100).nullable().default(null),
  /** Without them it is a contest of persons, without classes, stages or awards. */
  team: teamRulesSchema.optional(),
  divisions: divisionRulesSchema.optional(),
  promotion: promotionRulesSchema.optional(),
  awards: awardRulesSchema.optional(),
  /** What the member sees of the own attempt, and from which moment. */
  review: z
    .strictObject({
      score: z.enum(REVIEW_MOMENTS).default("published"),
      answers: z.enum(REVIEW_MOMENTS).default("published"),
      keys: z.enum(REVIEW_MOMENTS).default("published"),
    })
    .prefault({}),
  board: z
    .strictObject({
      /** When a handed-in attempt moves the board (D5). */
      moves: z.enum(["hand-in", "closed", "published"]).default("hand-in"),
      names: z.enum(["names", "branch", "anonymous"]).default("names"),
      /** What of it a member sees; not said: all, as contests had it before there was a choice. */
      view: z.enum(BOARD_VIEWS).optional(),
      /** How many places members see besides their own; null: all. Light-burden default: the top fifty. */
      places: z.int().min(3).max(1_000).nullable().default(50),
      branchFormula: z.enum(BRANCH_FORMULAS).default("per_head"),
      topN: z.int().min(1).max(50).default(5),
      branches: z.boolean().default(true),
    })
    .prefault({}),
  /** About leaving the page, and the name behind the questions (B6); not said: nothing is recorded, as before there was a choice. */
  integrity: z
    .strictObject({
      leave: z.enum(["off", "record"]).default("record"),
      /** Shorter absences are a call or a message, and no more. */
      toleranceMs: z.int().min(5_000).max(120_000).default(5_000),
      /** So many long absences hand the paper in; null: none ever does. */
      handInAfter: z.int().min(1).max(50).nullable().default(null),
      watermark: z.boolean().default(false),
    })
    .optional(),
});
export type ContestRules = z.output<typeof contestRulesSchema>;
