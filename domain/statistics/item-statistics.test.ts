import { describe, expect, test } from "vitest";
import { chanceOf } from "#domain/chance.ts";
import { answerCountsOf } from "./answer-counts.ts";
import { medianOf } from "./figures.ts";
import { guessOf, itemFlagsOf, itemStatisticsOf, type Sitting } from "./item-statistics.ts";
import { paperFindingsOf, paperStatisticsOf } from "./paper-statistics.ts";

/** An item worth one, beside a rest that brings the total to T of ten. */
const vector = (x: readonly number[], totals: readonly number[]): Sitting[] =>
  x.map((share, at) => [
    { versionId: 1, share, worth: 1 },
    { versionId: 2, share: ((totals[at] ?? 0) - share) / 9, worth: 9 },
  ]);

test("the vector of D8", () => {
  const figures = itemStatisticsOf(vector([1, 1, 0, 1, 0], [9, 8, 5, 7, 3])).get(1);
  expect(figures?.facility).toBeCloseTo(60, 9);
  expect(figures?.discrimination).toBeCloseTo(85.42, 2);
  expect(figures?.efficiency).toBeCloseTo(100, 9);
  expect(figures?.attempts).toBe(5);
});

/** Whole marks, and a paper of their own for every third person when `mixed`. */
function generated(people: number, seed: string, mixed: boolean): Sitting[] {
  const chance = chanceOf(seed);
  return Array.from({ length: people }, () => {
    const skill = chance.below(100);
    const items = Array.from({ length: 12 }, (_, at) => ({ versionId: at + 1, worth: at % 3 === 0 ? 4 : 2, hard: 10 * at }));
    const own = mixed ? items.filter(({ versionId }) => versionId < 5 || chance.below(3) > 0) : items;
    return own.map(({ versionId, worth, hard }) => {
      const luck = chance.below(60) + skill - hard;
      return { versionId, worth, share: luck > 50 ? 1 : luck > 25 ? 0.5 : 0 };
    });
  });
}

type Sums = { n: bigint; x: bigint; y: bigint; xx: bigint; yy: bigint; xy: bigint };
const sumsOf = (pairs: readonly (readonly [bigint, bigint])[]): Sums =>
  pairs.reduce(
    (sum, [x, y]) => ({ n: sum.n + 1n, x: sum.x + x, y: sum.y + y, xx: sum.xx + x * x, yy: sum.yy + y * y, xy: sum.xy + x * y }),
    { n: 0n, x: 0n, y: 0n, xx: 0n, yy: 0n, xy: 0n },
  );
/** n²·cov·(n−1)/n: whole numbers, so that nothing is rounded before the end. */
const together = ({ n, x, y, xy }: Sums) => Number(n * xy - x * y);
const alone = (n: bigint, x: bigint, xx: bigint) => Number(n * xx - x * x);

/** D8 again, by whole sums of products of half marks instead of by deviations from a mean. */
function independently(sittings: readonly Sitting[], versionId: number) {
  const half = (marks: number) => BigInt(Math.round(2 * marks));
  const rows = sittings.flatMap((sitting) => {
    const own = sitting.find((item) => item.versionId === versionId);
    if (!own) return [];
    const total = sitting.reduce((sum, item) => sum + half(item.share * item.worth), 0n);
    const x = half(own.share * own.worth);
    return [{ x, total, rest: total - x, worth: own.worth }];
  });
  const pairs = rows.map(({ x, rest }) => [x, rest] as const);
  const s = sumsOf(pairs);
  const ascending = (list: bigint[]) => list.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const [xs, rests] = [ascending(pairs.map(([x]) => x)), ascending(pairs.map(([, rest]) => rest))];
  const most = sumsOf(xs.map((x, at) => [x, rests[at] ?? 0n] as const));
  const withTotal = sumsOf(rows.map(({ x, total }) => [x, total] as const));
  const worth = rows[0]?.worth ?? 1;
  const n = Number(s.n);
  return {
    facility: (100 * Number(s.x)) / (2 * n * worth),
    deviation: (100 * Math.sqrt(alone(s.n, s.x, s.xx) / (n * (n - 1)))) / (2 * worth),
    discrimination: (100 * together(s)) / Math.sqrt(alone(s.n, s.x, s.xx) * alone(s.n, s.y, s.yy)),
    efficiency: (100 * together(s)) / together(most),
    weight: together(withTotal) / (n * (n - 1)),
  };
}

describe("an independent calculation agrees on 10,000 generated attempts", () => {
  const sittings = generated(10_000, "statistics", false);
  const figures = itemStatisticsOf(sittings);
  const others = Array.from({ length: 12 }, (_, at) => independently(sittings, at + 1));
  const weights = others.reduce((sum, { weight }) => sum + Math.sqrt(Math.max(0, weight)), 0);
  test.each(Array.from({ length: 12 }, (_, at) => at + 1))("item %i", (versionId) => {
    const own = figures.get(versionId);
    const other = others[versionId - 1];
    expect(own?.attempts).toBe(10_000);
    for (const name of ["facility", "deviation", "discrimination", "efficiency"] as const)
      expect(own?.[name], name).toBeCloseTo(other?.[name] ?? Number.NaN, 6);
    expect(own?.effectiveWeight).toBeCloseTo((100 * Math.sqrt(other?.weight ?? 0)) / weights, 6);
  });

  test("and of the whole paper", () => {
    const figures = paperStatisticsOf(sittings);
    const totals = sittings.map((sitting) => sitting.reduce((sum, item) => sum + Math.round(2 * item.share * item.worth), 0));
    const variance = (list: readonly number[]) => {
      const s = sumsOf(list.map((value) => [BigInt(value), 0n] as const));
      return alone(s.n, s.x, s.xx) / (list.length * (list.length - 1));
    };
    const parts = Array.from({ length: 12 }, (_, at) =>
      variance(sittings.map((sitting) => Math.round(2 * (sitting[at]?.share ?? 0) * (sitting[at]?.worth ?? 0)))),
    );
    const alpha = ((100 * 12) / 11) * (1 - parts.reduce((sum, each) => sum + each, 0) / variance(totals));
    expect(figures.isSamePaper).toBe(true);
    expect(figures.consistency).toBeCloseTo(alpha, 6);
    expect(figures.errorRatio).toBeCloseTo(100 * Math.sqrt(1 - alpha / 100), 6);
    expect(figures.deviationPercent).toBeCloseTo((100 * Math.sqrt(variance(totals))) / 64, 6);
    expect(figures.standardError).toBeCloseTo(((figures.errorRatio ?? 0) * (figures.deviationPercent ?? 0)) / 100, 9);
    expect(figures.histogram.reduce((sum, each) => sum + each, 0)).toBe(10_000);
  });
});

test("papers drawn for each person: the rest is what is left of the own paper", () => {
  const sittings = generated(2_000, "drawn", true);
  const figures = itemStatisticsOf(sittings);
  expect(figures.get(9)?.attempts).toBeLessThan(2_000);
  expect(figures.get(9)?.facility).toBeCloseTo(independently(sittings, 9).facility, 6);
  expect(paperStatisticsOf(sittings)).toMatchObject({ isSamePaper: false, consistency: null, errorRatio: null, standardError: null });
});

test("nothing is said where nothing varies, and no weight of an item that speaks against the paper", () => {
  const same = vector([1, 1, 1, 1, 1], [9, 8, 5, 7, 3]);
  expect(itemStatisticsOf(same).get(1)).toMatchObject({ facility: 100, discrimination: null, efficiency: null });
  const against = vector([1, 1, 0, 0, 0], [2, 3, 9, 8, 9]);
  expect(itemStatisticsOf(against).get(1)?.effectiveWeight).toBeNull();
  expect(itemStatisticsOf(against).get(1)?.discrimination).toBeLessThan(0);
  expect(itemStatisticsOf([[{ versionId: 1, share: 1, worth: 1 }]]).get(1)).toEqual({
    ...{ attempts: 1, facility: 100, deviation: null, discrimination: null, efficiency: null, effectiveWeight: null },
  });
  expect(itemStatisticsOf([]).size).toBe(0);
});

test("flags stand from thirty attempts on, at D8's bounds", () => {
  const figures = { attempts: 30, facility: 50, discrimination: 40, efficiency: 60 };
  expect(itemFlagsOf(figures)).toEqual([]);
  expect(itemFlagsOf({ ...figures, facility: 20 })).toEqual([]);
  expect(itemFlagsOf({ ...figures, facility: 19.9 })).toEqual(["too_hard"]);
  expect(itemFlagsOf({ ...figures, facility: 95.1 })).toEqual(["too_easy"]);
  expect(itemFlagsOf({ ...figures, discrimination: 19 })).toEqual(["weak"]);
  expect(itemFlagsOf({ ...figures, discrimination: -1, efficiency: 49 })).toEqual(["check_key", "low_efficiency"]);
  expect(itemFlagsOf({ ...figures, attempts: 29, facility: 1 })).toEqual([]);
  const paper = { ...paperStatisticsOf([]), attempts: 30, meanPercent: 80, deviationPercent: 10, consistency: 60 };
  expect(paperFindingsOf(paper)).toEqual(["too_easy", "narrow", "inconsistent"]);
  expect(paperFindingsOf({ ...paper, meanPercent: 60, deviationPercent: 15, consistency: 70 })).toEqual([]);
});

test("guessing, medians, and how often each answer was given", () => {
  const options = [{ text: "甲" }, { text: "乙" }, { text: "丙" }, { text: "丁" }];
  const single = { kind: "single" as const, stem: "？", options };
  expect(guessOf(single)).toBe(25);
  expect(guessOf({ kind: "truefalse", stem: "？" })).toBe(50);
  expect(guessOf({ kind: "short", stem: "？" })).toBeNull();
  expect([medianOf([]), medianOf([3, 1, 2]), medianOf([4, 1, 2, 3])]).toEqual([null, 2, 2.5]);
  const picked = (place: number, share: number) => ({ response: { picks: [place] }, share });
  expect(answerCountsOf(single, [picked(0, 0), picked(1, 1), picked(1, 1), { response: null, share: 0 }])).toEqual({
    ...{ form: "options", counts: [1, 2, 0, 0], omitted: 1 },
  });
  const typed = (text: string, share: number) => ({ response: { text }, share });
  const many = Array.from({ length: 12 }, (_, at) => typed(`答${at}`, 0));
  const counted = answerCountsOf({ kind: "short", stem: "？" }, [...many, typed(" 答1", 0)]);
  expect(counted).toMatchObject({ form: "texts", others: 2, omitted: 0 });
  expect(counted.form === "texts" && counted.texts[0]).toEqual({ text: "答1", count: 2, share: 0 });
});
