import type { LevelsFormat } from "#domain/contests/format.ts";
import type { Blueprint } from "#domain/contests/rules.ts";

/** An answer in the order in which it was given: whether it was wholly right, and the worth of its question in milli-points. */
export type LevelAnswer = Readonly<{ right: boolean; worth: number }>;

/** From so many in a row rows earn more: the k-th right answer in a row k times the worth besides its own. */
export const STREAK_FROM = 2;
/** The last question of a level counts so many times, whichever way it goes. */
export const LAST_TIMES = 2;
/** The most a question of such a contest may be worth, so that no sum outgrows what a paper of another format can come to. */
export const MOST_WORTH = 20_000;

type Lengths = Pick<LevelsFormat, "perLevel">;

/**
 * What each answer gives or takes, in milli-points (D4.6): right its worth and, from the second in a row, k times the worth for the k-th;
 * wrong its worth the other way; twice all that for the last question of a level. Rows go on from level to level.
 */
export function levelPoints(answers: readonly LevelAnswer[], { perLevel }: Lengths): number[] {
  let row = 0;
  return answers.map(({ right, worth }, at) => {
    row = right ? row + 1 : 0;
    const times = (at + 1) % perLevel === 0 ? LAST_TIMES : 1;
    return times * (right ? worth + (row >= STREAK_FROM ? row * worth : 0) : -worth);
  });
}

const sumOf = (points: readonly number[]): number => points.reduce((sum, each) => sum + each, 0);

/** The score of an attempt in milli-points: all that was given less all that was taken in the levels that were reached, and never below nothing. */
export const levelsScore = (answers: readonly LevelAnswer[], lengths: Lengths): number => Math.max(0, sumOf(levelPoints(answers, lengths)));

/** The score with everything right. */
export const fullLevels = (worths: readonly number[], lengths: Lengths): number =>
  levelsScore(
    worths.map((worth) => ({ right: true, worth })),
    lengths,
  );

/** Milli-points to reach in a level, from 1. */
export const gateOf = ({ gateMilli, gateStepMilli }: Pick<LevelsFormat, "gateMilli" | "gateStepMilli">, level: number): number =>
  gateMilli + gateStepMilli * (level - 1);

/** How an attempt stands: its level from 1, that level's gate and points, the row of right answers, the whole sum, and what the last answer gave or took. */
export type LevelNow = Readonly<{
  level: number;
  levels: number;
  perLevel: number;
  /** How many of the level's questions are answered. */
  answered: number;
  gate: number;
  points: number;
  row: number;
  score: number;
  last: number | null;
}>;

/** Where an attempt stands after these answers. `isShown`: the next question is before the person, and so its level is the one that is played. */
export function levelNow(answers: readonly LevelAnswer[], format: LevelsFormat, isShown: boolean): LevelNow {
  const at = Math.max(0, isShown ? answers.length : answers.length - 1);
  const level = Math.min(format.levels, Math.floor(at / format.perLevel) + 1);
  const points = levelPoints(answers, format);
  const own = points.slice((level - 1) * format.perLevel);
  return {
    ...{ level, levels: format.levels, perLevel: format.perLevel, answered: own.length, gate: gateOf(format, level), points: sumOf(own) },
    row: answers.length - 1 - answers.findLastIndex(({ right }) => !right),
    ...{ score: Math.max(0, sumOf(points)), last: points.at(-1) ?? null },
  };
}

/** Whether the last answer ended a level whose gate was not reached, and with it the attempt. */
export function isShutOut(answers: readonly LevelAnswer[], format: LevelsFormat): boolean {
  if (answers.length === 0 || answers.length % format.perLevel !== 0) return false;
  const { points, gate } = levelNow(answers, format, false);
  return points < gate;
}

/** What a paper must be for its levels: the number of its questions, and one worth for all that is not above the most. */
export function levelsPaper({ levels, perLevel }: Pick<LevelsFormat, "levels" | "perLevel">, blueprint: Blueprint) {
  const have = blueprint.reduce((sum, { count }) => sum + count, 0);
  const worth = blueprint[0]?.worth ?? 0;
  const oddLine = blueprint.findIndex((line) => line.worth !== worth || line.worth > MOST_WORTH);
  return { wanted: levels * perLevel, have, oddLine: oddLine < 0 ? null : oddLine };
}
