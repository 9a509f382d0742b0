import type { ForumRules } from "#domain/meetings/forum.ts";

/** A presenter with the scores of the judges, in milli-points. */
export type Scored = Readonly<{ id: number; scores: readonly number[] }>;
export type ResultRules = Pick<ForumRules, "dropHighest" | "dropLowest" | "tie">;

/** `too_few`: not one score is left once the highest and the lowest are dropped; such a presenter has neither result nor place. */
export type ForumResult = Readonly<{
  id: number;
  state: "ranked" | "too_few";
  place: number | null;
  /** The mean of what counts, rounded half up to a whole milli-point: for eyes alone, places go by the exact fraction. */
  meanMilli: number | null;
  counted: readonly number[];
  dropped: readonly number[];
}>;

type Fraction = Readonly<{ top: bigint; bottom: bigint }>;
type Weighed = Readonly<{ of: Scored; counted: readonly number[]; dropped: readonly number[]; keys: readonly Fraction[] }>;

const sumOf = (scores: readonly number[]): bigint => scores.reduce((sum, score) => sum + BigInt(score), 0n);
const meanOf = (scores: readonly number[]): Fraction => ({ top: sumOf(scores), bottom: BigInt(scores.length) });

/** The middle score, or the mean of the two in the middle. */
function medianOf(sorted: readonly number[]): Fraction {
  const half = Math.floor(sorted.length / 2);
  return meanOf(sorted.length % 2 === 1 ? sorted.slice(half, half + 1) : sorted.slice(half - 1, half + 1));
}

/** What parts presenters of the same mean. `sum_of_all` is the mean of all scores, so that whoever had one judge more has no advantage; among equals in number it is the sum. */
function tieKey(sorted: readonly number[], tie: ResultRules["tie"]): Fraction[] {
  if (tie === "sum_of_all") return [meanOf(sorted)];
  return tie === "median" ? [medianOf(sorted)] : [];
}

function weighed(of: Scored, { dropHighest, dropLowest, tie }: ResultRules): Weighed | null {
  if (of.scores.length <= dropHighest + dropLowest) return null;
  const sorted = [...of.scores].sort((a, b) => a - b);
  const counted = sorted.slice(dropLowest, sorted.length - dropHighest);
  const dropped = [...sorted.slice(0, dropLowest), ...sorted.slice(sorted.length - dropHighest)];
  return { of, counted, dropped, keys: [meanOf(counted), ...tieKey(sorted, tie)] };
}

/** Below nothing: `a` stands before `b`. */
function inOrder(a: Weighed, b: Weighed): number {
  for (const [at, one] of a.keys.entries()) {
    const other = b.keys[at] as Fraction;
    const difference = other.top * one.bottom - one.top * other.bottom;
    if (difference !== 0n) return difference < 0n ? -1 : 1;
  }
  return 0;
}

/** Half up, in whole numbers. */
const roundedMilli = ({ top, bottom }: Fraction): number => Number((2n * top + bottom) / (2n * bottom));

/**
 * The result of a forum by its printed rules, best first: of each presenter's scores the highest and lowest are dropped, the rest
 * averaged exactly; equal ones are parted by the rule, and where that does not part them they share the place (1, 2, 2, 4).
 */
export function forumResult(presenters: readonly Scored[], rules: ResultRules): ForumResult[] {
  const ranked = presenters.flatMap((one) => weighed(one, rules) ?? []).sort((a, b) => inOrder(a, b) || a.of.id - b.of.id);
  const places = ranked.map((one) => 1 + ranked.filter((other) => inOrder(other, one) < 0).length);
  const results = ranked.map(({ of, counted, dropped, keys }, at): ForumResult => {
    return { id: of.id, state: "ranked", place: places[at] ?? null, meanMilli: roundedMilli(keys[0] as Fraction), counted, dropped };
  });
  const rest = presenters.filter(({ id }) => !ranked.some(({ of }) => of.id === id));
  return [
    ...results,
    ...rest.map(({ id, scores }): ForumResult => ({ id, state: "too_few", place: null, meanMilli: null, counted: [], dropped: scores })),
  ];
}
