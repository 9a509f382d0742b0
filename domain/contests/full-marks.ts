import { daysOfWindow } from "./days.ts";
import type { Blueprint, ContestRules } from "./rules.ts";

/** Milli-points of one paper. */
export const worthOf = (blueprint: Blueprint): number => blueprint.reduce((sum, line) => sum + line.count * line.worth, 0);

type Window = { readonly rules: Pick<ContestRules, "format">; readonly opensAt: Date; readonly closesAt: Date };

/** How many papers the whole result is made of: one, or one for each day that can count (D4.2). */
export function papersThatCount({ rules: { format }, opensAt, closesAt }: Window): number {
  if (format?.kind !== "daily") return 1;
  const days = daysOfWindow(opensAt, closesAt);
  return Math.min(format.bestDays ?? days, days);
}

/** Milli-points of the whole contest, which a pass line and a share are of. */
export const fullMarksOf = (contest: Window, worth: number): number => worth * papersThatCount(contest);
