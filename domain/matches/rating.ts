/** What nobody is shown: how strong somebody plays, and how strong by the games that count for points alone. */
export type Rating = Readonly<{ rating: number; standing: number; games: number }>;

/** Where everybody begins. */
export const FIRST_RATING: Rating = { rating: 1_000, standing: 1_000, games: 0 };
/** The first games say most about somebody of whom nothing is known. */
const PROVISIONAL_GAMES = 10;
const K_PROVISIONAL = 48;
const K = 24;
const SCALE = 400;
/** Who is even so far apart plays even at once; from then on the distance grows with the waiting, until anybody will do. */
const REACH = 100;
const REACH_A_SECOND = 25;
const ANYBODY_AFTER_MS = 20_000;

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);

/** The share of wins against somebody that is to be expected. */
export const expectedOf = (own: number, other: number): number => 1 / (1 + 10 ** ((other - own) / SCALE));

/** The same against each of several, on average. */
export const expectedAgainst = (own: number, others: readonly number[]): number => mean(others.map((other) => expectedOf(own, other)));

/** Marks of a match, of each player: 1 for each one who did worse, a half for each who did the same, on average. */
export const scoresOf = (results: readonly number[]): number[] =>
  results.map((own, at) => mean(results.flatMap((other, place) => (place === at ? [] : [own > other ? 1 : own === other ? 0.5 : 0]))));

/** Places as they are told: who did the same shares one (1, 2, 2, 4). */
export const placesOf = (results: readonly number[]): number[] => results.map((own) => 1 + results.filter((other) => other > own).length);

const stepOf = (games: number): number => (games < PROVISIONAL_GAMES ? K_PROVISIONAL : K);

/**
 * The rating after a match. The standing moves in games that count alone: it is what a reward is measured by, so losing the others on
 * purpose makes later opponents weaker and changes nothing about what a win over them pays.
 */
export function afterMatch(before: Rating, others: readonly number[], score: number, counts: boolean): Rating {
  const step = stepOf(before.games);
  return {
    rating: before.rating + step * (score - expectedAgainst(before.rating, others)),
    standing: counts ? before.standing + step * (score - expectedAgainst(before.standing, others)) : before.standing,
    games: before.games + 1,
  };
}

/** Ten-thousandths of the points: what a loss pays, and what there is to win beside it. */
const LOSS_SHARE = 8_000;
const WIN_SHARE = 2_000;

/**
 * The share of the points that a counting match pays, in ten-thousandths (B5): 80 % for having played, and the rest by how much more was
 * reached than was to be expected. A win that was even pays all of it, one that was certain hardly any.
 */
export function rewardOf(standing: number, others: readonly number[], score: number): number {
  const surprise = Math.min(1, 2 * (1 - expectedAgainst(standing, others)));
  return LOSS_SHARE + Math.round(WIN_SHARE * score * surprise);
}

export type Waiting = Readonly<{ rating: number; since: Date }>;

/** How far apart somebody who has waited so long plays. */
export const reachOf = (waitedMs: number): number =>
  waitedMs >= ANYBODY_AFTER_MS ? Number.POSITIVE_INFINITY : REACH + (REACH_A_SECOND * Math.max(0, waitedMs)) / 1_000;

/** Whether these play with one another now: whoever of them has waited longest says how far apart they may be. */
export function areNear(group: readonly Waiting[], now: Date): boolean {
  const ratings = group.map(({ rating }) => rating);
  const reach = Math.max(...group.map(({ since }) => reachOf(now.getTime() - since.getTime())));
  return Math.max(...ratings) - Math.min(...ratings) <= reach;
}

/** Those who wait, the nearest first; of two who are as near, who has waited longer. */
export const nearestFirst = <W extends Waiting>(own: Waiting, others: readonly W[]): W[] =>
  others.toSorted(
    (one, other) => Math.abs(one.rating - own.rating) - Math.abs(other.rating - own.rating) || one.since.getTime() - other.since.getTime(),
  );
