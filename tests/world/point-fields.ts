import { DEFAULT_POLICY } from "#domain/points/policy.ts";
import { CAP_GROUPS, POINT_RULES } from "#domain/points/rules.ts";
import { DIMENSIONS } from "#domain/points/study-year.ts";

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
