import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { DEFAULT_POLICY } from "#domain/points/policy.ts";
import { CAP_GROUPS, POINT_RULES } from "#domain/points/rules.ts";
import { DIMENSIONS } from "#domain/points/study-year.ts";
import { setPointsPolicy } from "#server/points/set-points-policy.ts";
import { valueOf } from "./outcome.ts";
import { as } from "./people.ts";

const { rules, dayCap, weekCap, groups, stars, year } = DEFAULT_POLICY;

/** The template of D10 as the form of the desk says it, switched on. */
export const pointFields = {
  ...{ isOn: true, dayCap, weekCap, startsInMonth: year.startsInMonth },
  ...Object.fromEntries(POINT_RULES.map((rule) => [rule, rules[rule].points])),
  ...Object.fromEntries(CAP_GROUPS.flatMap((group) => [`${group}Day`, `${group}Week`].map((field) => [field, groups[group].dayCap ?? ""]))),
  ...Object.fromEntries(stars.map((from, at) => [`star${at + 1}`, from])),
  ...Object.fromEntries(
    DIMENSIONS.flatMap((part) => [
      [`${part}Weight`, year.weights[part]],
      [`${part}Whole`, year.whole[part]],
    ]),
  ),
};

/** Switches points on from a moment, by an administrator, with what of the template is to be otherwise. */
export const switchPointsOn = async (admin: number, now: Date, otherwise: object = {}) =>
  valueOf(await setPointsPolicy.call(await as(admin, now), { ...pointFields, ...otherwise }));

/** The ledger of a person, oldest first: rule, source, day, earned, granted. */
export async function ledgerOf(personId: number): Promise<[string, string, string, number, number][]> {
  const { rows } = await database("desk").execute<{ rule: string; source: string; day: string; earned: number; granted: number }>(
    sql`select rule, source, day::text, earned, granted from point_entries where person_id = ${personId} order by id`,
  );
  return rows.map(({ rule, source, day, earned, granted }) => [rule, source, day, earned, granted]);
}
