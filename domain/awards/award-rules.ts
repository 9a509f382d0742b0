import { z } from "zod";

export const MEDALS = ["gold", "silver", "bronze"] as const;
export type Medal = (typeof MEDALS)[number];

/**
 * One kind of medal and how far down the board it goes: to a place, to so many more places, or to so many more percent of those who have a
 * place (a part of one counts as one). Whoever shares the place at the line gets it too.
 */
const medalSchema = z.strictObject({
  medal: z.enum(MEDALS),
  by: z.enum(["place", "count", "percent"]),
  number: z.int().min(1).max(100_000),
});
export type MedalRule = z.output<typeof medalSchema>;

export const awardRulesSchema = z.strictObject({
  medals: z
    .array(medalSchema)
    .max(3)
    .default([])
    .refine((rules) => new Set(rules.map(({ medal }) => medal)).size === rules.length, { message: "twice" })
    .refine((rules) => rules.every(({ by, number }) => by !== "percent" || number <= 100), { message: "percent" })
    .refine((rules) => rules.every(({ medal }, at) => at === 0 || MEDALS.indexOf(rules[at - 1]?.medal ?? "gold") < MEDALS.indexOf(medal)), {
      message: "order",
    }),
  /** Every division has its own medals; else there is one list for all. */
  perDivision: z.boolean().default(false),
  /** Whose certificates a team's medal makes: of everybody in it, or of those who have a counted result. */
  members: z.enum(["all", "played"]).default("all"),
  /** The organisation award: branches with at least this rate of participation, the best so many of them (null: all). */
  organisation: z
    .strictObject({
      percent: z.int().min(1).max(100),
      most: z.int().min(1).max(1_000).nullable().default(null),
    })
    .nullable()
    .default(null),
});
export type AwardRules = z.output<typeof awardRulesSchema>;
