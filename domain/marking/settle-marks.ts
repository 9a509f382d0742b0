/** A mark somebody gave by hand, in ten-thousandths of the worth. `isFinal` settles it where others were too far apart. */
export type GivenMark = Readonly<{ mark: number; isFinal: boolean }>;
/** By how many each answer is marked, and from which gap on somebody else has to settle it. */
export type MarkingPlan = Readonly<{ perAnswer: number; gap: number }>;
export type Settled = Readonly<{ state: "waiting" | "apart"; mark: null }> | Readonly<{ state: "settled"; mark: number }>;

/**
 * What the marks of one answer come to: not yet as many as there should be; too far apart, so that one more is asked for; or their mean,
 * half-up. A final mark counts alone.
 */
export function settledOf(marks: readonly GivenMark[], { perAnswer, gap }: MarkingPlan): Settled {
  const final = marks.find(({ isFinal }) => isFinal);
  if (final) return { state: "settled", mark: final.mark };
  if (marks.length < perAnswer) return { state: "waiting", mark: null };
  const given = marks.map(({ mark }) => mark);
  if (Math.max(...given) - Math.min(...given) > gap) return { state: "apart", mark: null };
  const sum = given.reduce((all, mark) => all + mark, 0);
  return { state: "settled", mark: Math.floor((2 * sum + given.length) / (2 * given.length)) };
}

/** Milli-points of a share of a worth, half-up. */
export const milliOf = (mark: number, worth: number): number => Number((2n * BigInt(mark) * BigInt(worth) + 10_000n) / 20_000n);
