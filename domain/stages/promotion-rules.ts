import { z } from "zod";

/**
 * Who goes on to the next stage, as data: the best of every branch, the best of every division, the best of all, and then the next best
 * until so many are together. `ties`: of those at a line with the same score all go on, or what else the printed order compares decides;
 * who are equal in all of it go on together, whoever they are.
 */
export const promotionRulesSchema = z
  .strictObject({
    perBranch: z.int().min(0).max(1_000).default(0),
    perDivision: z.int().min(0).max(1_000).default(0),
    top: z.int().min(0).max(100_000).default(0),
    fillTo: z.int().min(0).max(100_000).default(0),
    /** Milli-points without which nobody goes on. */
    minScore: z.int().min(0).max(10_000_000_000).default(0),
    ties: z.enum(["all", "order"]).default("order"),
    /** So many of the next best stand on the reserve list. */
    reserve: z.int().min(0).max(1_000).default(0),
  })
  .refine(({ perBranch, perDivision, top, fillTo }) => perBranch + perDivision + top + fillTo > 0, { path: ["top"], message: "nobody" });
export type PromotionRules = z.output<typeof promotionRulesSchema>;

export const PROMOTED_BY = ["branch", "division", "top", "fill"] as const;
export type PromotedBy = (typeof PROMOTED_BY)[number];
