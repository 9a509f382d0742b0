import { z } from "zod";
import { CAP_GROUPS, POINT_RULES, type PointRule } from "./rules.ts";
import { DIMENSIONS, type Dimension } from "./study-year.ts";

const points = z.number().int().min(0).max(1_000);
const cap = z.number().int().min(1).max(10_000);
const percent = z.number().int().min(0).max(100);
const ofEach = <K extends string, S extends z.ZodType>(keys: readonly K[], schema: S) =>
  z.object(Object.fromEntries(keys.map((key) => [key, schema])) as { [key in K]: S });

/** How many stars there are at most. */
export const MOST_STARS = 5;

/**
 * What gives points from when on: per rule how many (0: nothing) and which cap it shares, caps of a day and a week, from how many points of
 * a study year each star begins, and what of a study year weighs how much (R27).
 */
export const pointPolicySchema = z
  .object({
    isOn: z.boolean(),
    rules: ofEach(POINT_RULES, z.object({ points, group: z.enum(CAP_GROUPS).nullable() })),
    dayCap: cap,
    weekCap: cap,
    groups: ofEach(CAP_GROUPS, z.object({ dayCap: cap.nullable(), weekCap: cap.nullable() })),
    /** From how many points of the study year one, two, three … stars begin. */
    stars: z.array(z.number().int().min(1).max(1_000_000)).max(MOST_STARS),
    year: z.object({
      startsInMonth: z.number().int().min(1).max(12),
      weights: ofEach(DIMENSIONS, percent),
      /** How many points of a dimension of the ledger are the whole of it. */
      whole: ofEach(DIMENSIONS, z.number().int().min(1).max(100_000)),
    }),
  })
  .refine(({ dayCap, weekCap }) => dayCap <= weekCap, { path: ["weekCap"], message: "below-day-cap" })
  .refine(({ stars }) => stars.every((from, at) => at === 0 || from > (stars[at - 1] ?? 0)), { path: ["stars"], message: "not-rising" })
  .refine(({ year }) => [0, 100].includes(sumOf(year.weights)), { path: ["weights"], message: "weights-not-whole" });
export type PointPolicy = z.output<typeof pointPolicySchema>;

const sumOf = (weights: Readonly<Record<Dimension, number>>) => Object.values(weights).reduce((sum, weight) => sum + weight, 0);

/** Whether the policy weighs a study year at all. */
export const weighsYears = ({ year }: PointPolicy): boolean => sumOf(year.weights) === 100;

/** The template of D10: what an organisation begins with. It is off until the organisation turns it on. */
export const DEFAULT_POLICY: PointPolicy = {
  isOn: false,
  rules: {
    daily: { points: 5, group: null },
    review: { points: 3, group: null },
    contribution: { points: 5, group: null },
    meeting: { points: 5, group: null },
    contest: { points: 10, group: null },
    duel: { points: 0, group: null },
  },
  dayCap: 20,
  weekCap: 100,
  groups: { a: { dayCap: null, weekCap: null }, b: { dayCap: null, weekCap: null } },
  stars: [100, 300, 600, 1_000, 1_500],
  year: {
    startsInMonth: 1,
    weights: { completion: 40, practice: 20, contribution: 10, meeting: 20, contest: 10 },
    whole: { completion: 100, practice: 500, contribution: 50, meeting: 60, contest: 50 },
  },
};

/** A policy as it was stored: rules that came into being after it give nothing under it. */
export type StoredPolicy = Omit<PointPolicy, "rules"> & { rules: Partial<PointPolicy["rules"]> };
const NOT_YET = Object.fromEntries(POINT_RULES.map((rule) => [rule, { points: 0, group: null }])) as PointPolicy["rules"];
export const policyOfStored = (stored: StoredPolicy): PointPolicy => ({ ...stored, rules: { ...NOT_YET, ...stored.rules } });

/** Ten-thousandths: the whole. */
const WHOLE = 10_000;

/** What an event earns before any cap: the rule's points, of what is paid by how well it went its share in ten-thousandths. */
export function earnedOf(policy: PointPolicy, rule: PointRule, share = WHOLE): number {
  return policy.isOn ? Math.round((policy.rules[rule].points * Math.min(WHOLE, Math.max(0, share))) / WHOLE) : 0;
}
