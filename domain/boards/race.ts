// A few lines long of 150: the whole rule of a race is read together.
import { z } from "zod";
import { weekOf } from "#domain/points/week-of.ts";
import { PUBLIC_FROM } from "./branch-board.ts";
import type { BranchNode } from "./branch-totals.ts";

/** What moves a branch along the track of a campaign: points for what its people finish, and for their published results in its contests. */
export const raceRulesSchema = z
  .strictObject({
    /** By head, so that a small branch and a large one run the same track, or in total. */
    per: z.enum(["head", "total"]).default("head"),
    /** Points for every required thing that a person finished. */
    itemPoints: z.int().min(0).max(1_000).default(10),
    /** Points for a contest's full marks; a person's best result gives its share of them. */
    contestPoints: z.int().min(0).max(10_000).default(100),
  })
  .refine(({ itemPoints, contestPoints }) => itemPoints + contestPoints > 0, { path: ["itemPoints"], message: "race-of-nothing" });
export type RaceRules = z.output<typeof raceRulesSchema>;

/** What the people of a branch did on a day (YYYY-MM-DD, in Asia/Shanghai). `best`: their results in ten-thousandths of full marks, added up. */
export type RaceFact = Readonly<{ branchId: number; day: string; items: number; results: number; best: number }>;

/** A week of a campaign, Monday to Sunday, cut off at its first and last day. */
export type RaceWeek = Readonly<{ number: number; from: string; to: string }>;

/** What a lane made of a week: points in milli-points, and how far it had come by the end of it. */
export type RaceStretch = Readonly<{
  items: number;
  results: number;
  itemMilli: number;
  contestMilli: number;
  /** All points so far, and the same as the track counts them: by head or in total. */
  sumMilli: number;
  reachedMilli: number;
  /** Its rank by the end of the week; equal when as far. */
  rank: number;
}>;

export type RaceLane = Readonly<{ branchId: number; heads: number; stretches: readonly RaceStretch[] }>;

type Race = Readonly<{
  rules: RaceRules;
  branches: readonly BranchNode[];
  /** The branches that run: each with everybody below it. */
  among: readonly number[];
  heads: readonly { readonly branchId: number; readonly count: number }[];
  facts: readonly RaceFact[];
  /** How many heads the lanes are of, where their sum is told beside them: in the lane of the branch they lie in. Null: it is told nowhere. */
  headsAbove?: number | null;
  /** The campaign's first and last day, and the day up to which it is told. */
  opensOn: string;
  closesOn: string;
  today: string;
}>;

const DAY_MS = 86_400_000;
const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);

/** The weeks of a campaign that have begun. */
export function raceWeeks({ opensOn, closesOn, today }: Pick<Race, "opensOn" | "closesOn" | "today">): RaceWeek[] {
  const weeks: RaceWeek[] = [];
  const last = today < closesOn ? today : closesOn;
  for (let from = opensOn; from <= last; ) {
    const { to } = weekOf(from);
    weeks.push({ number: weeks.length + 1, from, to: to < closesOn ? to : closesOn });
    from = dayAfter(to);
  }
  return weeks;
}

/** In which lane the people of a branch run; none for those at the top itself. */
function lanesOf(branches: readonly BranchNode[], among: readonly number[]): (branchId: number) => number | undefined {
  const parents = new Map(branches.map(({ id, parentId }) => [id, parentId]));
  const lanes = new Set(among);
  return (branchId) => {
    let at: number | null | undefined = branchId;
    while (at !== null && at !== undefined && !lanes.has(at)) at = parents.get(at);
    return at ?? undefined;
  };
}

/** half-up, in whole numbers: no float decides who is ahead. */
const shareOf = (sum: number, heads: number): number => Number((2n * BigInt(sum) + BigInt(heads)) / (2n * BigInt(heads)));

/** 1-2-2-4 by how far they came. */
function withRanks(reached: readonly number[]): number[] {
  return reached.map((own) => 1 + reached.filter((other) => other > own).length);
}

/**
 * The lanes that are shown: with at least three heads. Where their sum is told beside them, what is left over must not be one or two heads
 * either, for it could be reckoned by taking away; then the smallest lane is left out too.
 */
function shownLanes(among: readonly number[], heads: ReadonlyMap<number, number>, headsAbove: number | null): number[] {
  const of = (branchId: number): number => heads.get(branchId) ?? 0;
  const shown = among.filter((branchId) => of(branchId) >= PUBLIC_FROM);
  const left = headsAbove === null ? 0 : headsAbove - shown.reduce((sum, branchId) => sum + of(branchId), 0);
  if (left <= 0 || left >= PUBLIC_FROM) return shown;
  const [smallest] = shown.toSorted((one, other) => of(one) - of(other) || one - other);
  return shown.filter((branchId) => branchId !== smallest);
}

type Sums = { items: number; results: number; best: number };
const NOTHING: Sums = { items: 0, results: 0, best: 0 };

/**
 * The race of branches over the weeks of a campaign (R38). What was done before the first day counts in the first week, what came after the
 * last does not. Every lane's way is the sum of its weeks: nothing is weighed or drawn to a mean, so that it can be reckoned by hand. Branches
 * with fewer than three heads have no lane: single people could be read off it.
 */
export function raceOf(race: Race): { weeks: RaceWeek[]; lanes: RaceLane[]; withoutLane: number } {
  const { rules, among, facts, opensOn, closesOn } = race;
  const weeks = raceWeeks(race);
  const laneOf = lanesOf(race.branches, among);
  const heads = new Map<number, number>();
  for (const { branchId, count } of race.heads) {
    const lane = laneOf(branchId);
    if (lane !== undefined) heads.set(lane, (heads.get(lane) ?? 0) + count);
  }
  const sums = new Map<string, Sums>();
  for (const { branchId, day, ...done } of facts) {
    const on = day < opensOn ? opensOn : day;
    const week = on > closesOn ? undefined : weeks.find(({ to }) => on <= to);
    const name = `${laneOf(branchId)} ${week?.number}`;
    const own = sums.get(name) ?? NOTHING;
    sums.set(name, { items: own.items + done.items, results: own.results + done.results, best: own.best + done.best });
  }
  const running = shownLanes(among, heads, race.headsAbove ?? null);
  const unranked = running.map((branchId) => {
    const count = heads.get(branchId) ?? 0;
    let sumMilli = 0;
    const stretches = weeks.map(({ number }) => {
      const { items, results, best } = sums.get(`${branchId} ${number}`) ?? NOTHING;
      const [itemMilli, contestMilli] = [items * rules.itemPoints * 1_000, shareOf(best * rules.contestPoints, 10)];
      sumMilli += itemMilli + contestMilli;
      return {
        items,
        results,
        itemMilli,
        contestMilli,
        sumMilli,
        reachedMilli: rules.per === "head" ? shareOf(sumMilli, count) : sumMilli,
      };
    });
    return { branchId, heads: count, stretches };
  });
  const ranks = weeks.map((_week, at) => withRanks(unranked.map(({ stretches }) => stretches[at]?.reachedMilli ?? 0)));
  const lanes = unranked.map((lane, nth) => ({
    ...lane,
    stretches: lane.stretches.map((stretch, at) => ({ ...stretch, rank: ranks[at]?.[nth] ?? 1 })),
  }));
  return { weeks, lanes, withoutLane: among.length - running.length };
}
