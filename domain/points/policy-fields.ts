import { z } from "zod";
import { MOST_STARS, type PointPolicy, pointPolicySchema } from "./policy.ts";
import { CAP_GROUPS, POINT_RULES } from "./rules.ts";
import { DIMENSIONS } from "./study-year.ts";

const blank = <S extends z.ZodType>(schema: S) => z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const named = <K extends string, S extends z.ZodType>(names: readonly K[], schema: S) =>
  Object.fromEntries(names.map((name) => [name, schema])) as { [name in K]: S };

const groupOf = POINT_RULES.map((rule) => `${rule}Group` as const);
const groupDays = CAP_GROUPS.map((group) => `${group}Day` as const);
const groupWeeks = CAP_GROUPS.map((group) => `${group}Week` as const);
const weightOf = DIMENSIONS.map((dimension) => `${dimension}Weight` as const);
const wholeOf = DIMENSIONS.map((dimension) => `${dimension}Whole` as const);
/** The fields in which the stars' beginnings are written. */
export const STAR_FIELDS = (["star1", "star2", "star3", "star4", "star5"] as const).slice(0, MOST_STARS);

/** The policy as the fields of one form: numbers by rule, group, star and part of the year. */
export const policyFields = {
  isOn: z.union([z.boolean(), z.enum(["true", "false", "on"]).transform((word) => word !== "false")]).default(false),
  ...named(POINT_RULES, count(0, 1_000)),
  // Newer than forms that are already written: without it, it gives nothing.
  duel: count(0, 1_000).default(0),
  ...named(groupOf, blank(z.enum(CAP_GROUPS))),
  dayCap: count(1, 10_000),
  weekCap: count(1, 10_000),
  ...named(groupDays, blank(count(1, 10_000))),
  ...named(groupWeeks, blank(count(1, 10_000))),
  ...named(STAR_FIELDS, blank(count(1, 1_000_000))),
  startsInMonth: count(1, 12),
  ...named(weightOf, count(0, 100)),
  ...named(wholeOf, count(1, 100_000)),
};
export type PolicyFields = z.output<z.ZodObject<typeof policyFields>>;

/** What is wrong with a policy as a whole, and at which field: codes of refusals. */
const FIELD_OF: Readonly<Record<string, readonly [string, string]>> = {
  weekCap: ["weekCap", "points-week-cap"],
  stars: ["star2", "points-stars"],
  weights: ["completionWeight", "points-weights"],
};

type Read = { policy: PointPolicy } | { field: string; code: string };

/** The policy that the fields say, or where and why it is none. */
export function policyOfFields(fields: PolicyFields): Read {
  const each = <K extends string, T>(keys: readonly K[], of: (key: K) => T) =>
    Object.fromEntries(keys.map((key) => [key, of(key)])) as { [key in K]: T };
  const read = pointPolicySchema.safeParse({
    isOn: fields.isOn,
    rules: each(POINT_RULES, (rule) => ({ points: fields[rule], group: fields[`${rule}Group`] ?? null })),
    ...{ dayCap: fields.dayCap, weekCap: fields.weekCap },
    groups: each(CAP_GROUPS, (group) => ({ dayCap: fields[`${group}Day`] ?? null, weekCap: fields[`${group}Week`] ?? null })),
    stars: STAR_FIELDS.flatMap((star) => fields[star] ?? []),
    year: {
      startsInMonth: fields.startsInMonth,
      weights: each(DIMENSIONS, (dimension) => fields[`${dimension}Weight`]),
      whole: each(DIMENSIONS, (dimension) => fields[`${dimension}Whole`]),
    },
  });
  if (read.success) return { policy: read.data };
  const [field = "dayCap", code = "invalid"] = FIELD_OF[String(read.error.issues[0]?.path[0])] ?? [];
  return { field, code };
}
