import { fullLevels } from "#domain/attempts/levels.ts";
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

/** Milli-points of one paper with everything right; `worths` of its questions. In a format of levels rows earn more than the questions' own (D4.6). */
export const paperMarksOf = ({ format }: Pick<ContestRules, "format">, worths: readonly number[]): number =>
  format?.kind === "levels" ? fullLevels(worths, format) : worths.reduce((sum, worth) => sum + worth, 0);

/** The same of a whole paper, whose questions are worth so much together. */
export function paperFullOf(rules: Pick<ContestRules, "format">, worth: number): number {
  if (rules.format?.kind !== "levels") return worth;
  // Such a contest has so many questions of the same worth, and no others (levelsPaper).
  const questions = rules.format.levels * rules.format.perLevel;
  return paperMarksOf(
    rules,
    Array.from({ length: questions }, () => Math.round(worth / questions)),
  );
}

/** Milli-points of the whole contest, which a pass line and a share are of; `worth` is that of one paper's questions. */
export const fullMarksOf = (contest: Window, worth: number): number => paperFullOf(contest.rules, worth) * papersThatCount(contest);
