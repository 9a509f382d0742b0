import { levelPoints } from "#domain/attempts/levels.ts";
import type { ContestRules } from "#domain/contests/rules.ts";
import type { Marks } from "./reveals.ts";

type Changed = Readonly<{ slot: number; milliBefore: number; milliAfter: number }>;
type Levelled = Readonly<{ rules: Pick<ContestRules, "format">; worths: readonly number[] }>;

/** Marks by slot as they are shown: in levels each is what its answer gave or took (D4.6), in thousandths; elsewhere they are as they stand. */
export function inLevels({ rules: { format }, worths }: Levelled, marks: Map<number, Marks>): Map<number, Marks> {
  if (format?.kind !== "levels") return marks;
  const own = [...marks].toSorted(([one], [other]) => one - other);
  const answers = own.map(([slot, { isRight }]) => ({ right: isRight, worth: worths[slot] ?? 0 }));
  const points = levelPoints(answers, format);
  return new Map(own.map(([slot, { isRight }], at): [number, Marks] => [slot, { milli: points[at] ?? 0, isRight }]));
}

/**
 * Corrections, oldest first, as they are shown: in levels from what the answer gave or took until then to what it does since. Gone through from
 * the last, for what stands now is known; a mark above nothing is a right answer, as there are no parts.
 */
export function correctedInLevels<Row extends Changed>(
  { rules: { format }, worths }: Levelled,
  marks: Map<number, Marks>,
  rows: readonly Row[],
): Row[] {
  if (format?.kind !== "levels") return [...rows];
  const answers = [...marks]
    .toSorted(([one], [other]) => one - other)
    .map(([slot, { isRight }]) => ({ right: isRight, worth: worths[slot] ?? 0 }));
  const pointsOf = (slot: number): number => levelPoints(answers, format)[slot] ?? 0;
  return rows
    .toReversed()
    .map((row) => {
      const milliAfter = pointsOf(row.slot);
      const answer = answers[row.slot];
      if (answer) answers[row.slot] = { ...answer, right: row.milliBefore > 0 };
      return { ...row, milliBefore: pointsOf(row.slot), milliAfter };
    })
    .toReversed();
}
