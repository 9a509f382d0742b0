import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { raceOf, raceRulesSchema, raceWeeks } from "./race.ts";

const branches = [
  { id: 1, parentId: null },
  { id: 2, parentId: 1 },
  { id: 3, parentId: 1 },
  { id: 4, parentId: 2 },
  { id: 5, parentId: 1 },
];
const heads = [
  { branchId: 1, count: 4 },
  { branchId: 2, count: 3 },
  { branchId: 4, count: 7 },
  { branchId: 3, count: 5 },
  { branchId: 5, count: 2 },
];
const fact = (branchId: number, day: string, items: number, best = 0, results = best > 0 ? 1 : 0) => ({
  branchId,
  day,
  items,
  results,
  best,
});
// Wednesday 3 June to Sunday 28 June 2026: four weeks, of which the first has five days.
const window = { opensOn: "2026-06-03", closesOn: "2026-06-28", today: "2026-06-30" };
const race = (facts: Parameters<typeof raceOf>[0]["facts"], rules: object = {}) =>
  raceOf({ rules: raceRulesSchema.parse(rules), branches, among: [2, 3, 5], heads, facts, ...window });
const laneOf = (result: ReturnType<typeof race>, branchId: number) => result.lanes.find((lane) => lane.branchId === branchId);

describe("a race of branches over the weeks of a campaign (R38)", () => {
  test("weeks go from Monday to Sunday, cut off at the campaign's own first and last day; those to come are not there", () => {
    expect(raceWeeks(window)).toEqual([
      { number: 1, from: "2026-06-03", to: "2026-06-07" },
      { number: 2, from: "2026-06-08", to: "2026-06-14" },
      { number: 3, from: "2026-06-15", to: "2026-06-21" },
      { number: 4, from: "2026-06-22", to: "2026-06-28" },
    ]);
    expect(raceWeeks({ ...window, today: "2026-06-08" }).map(({ number }) => number)).toEqual([1, 2]);
    expect(raceWeeks({ ...window, closesOn: "2026-06-10" }).at(-1)).toEqual({ number: 2, from: "2026-06-08", to: "2026-06-10" });
    expect(raceWeeks({ ...window, today: "2026-06-02" })).toEqual([]);
  });

  test("by head: what everybody below did, times the points, divided by everybody below", () => {
    const result = race([fact(2, "2026-06-04", 3), fact(4, "2026-06-05", 5), fact(4, "2026-06-09", 0, 7_500), fact(3, "2026-06-09", 4)]);
    // Week 1: 8 × 10 points = 80 ÷ 10 heads = 8. Week 2: 75 more ÷ 10 = 15.5 altogether.
    expect(laneOf(result, 2)?.stretches.map(({ sumMilli, reachedMilli, rank }) => [sumMilli, reachedMilli, rank])).toEqual([
      [80_000, 8_000, 1],
      [155_000, 15_500, 1],
      [155_000, 15_500, 1],
      [155_000, 15_500, 1],
    ]);
    expect(laneOf(result, 3)?.stretches[1]).toMatchObject({ items: 4, itemMilli: 40_000, reachedMilli: 8_000, rank: 2 });
  });

  test("in total, and with nothing for contests; who is as far shares the rank", () => {
    const result = race([fact(2, "2026-06-04", 2, 10_000), fact(3, "2026-06-04", 2)], { per: "total", contestPoints: 0 });
    expect(result.lanes.map(({ stretches }) => [stretches[0]?.reachedMilli, stretches[0]?.rank])).toEqual([
      [20_000, 1],
      [20_000, 1],
    ]);
  });

  test("what was done before the first day is in the first week, what came after the last in none; few heads have no lane", () => {
    const result = race([fact(3, "2026-05-01", 1), fact(3, "2026-06-29", 9), fact(5, "2026-06-10", 9), fact(1, "2026-06-10", 9)]);
    expect(laneOf(result, 3)?.stretches.map(({ items }) => items)).toEqual([1, 0, 0, 0]);
    expect([result.lanes.map(({ branchId }) => branchId), result.withoutLane]).toEqual([[2, 3], 1]);
  });

  test("nobody runs backwards, and the last stretch is the sum of all, whatever came in which order", () => {
    const facts = fc.array(
      fc.record({
        ...{ branchId: fc.constantFrom(2, 3, 4), items: fc.nat(9), results: fc.nat(3), best: fc.nat(10_000) },
        day: fc.integer({ min: 1, max: 28 }).map((day) => `2026-06-${String(day).padStart(2, "0")}`),
      }),
    );
    fc.assert(
      fc.property(facts, (list) => {
        const result = race(list);
        for (const { stretches } of result.lanes)
          for (const [at, { reachedMilli }] of stretches.entries())
            expect(reachedMilli).toBeGreaterThanOrEqual(stretches[at - 1]?.reachedMilli ?? 0);
        expect(race(list.toReversed())).toEqual(result);
        const items = result.lanes.flatMap(({ stretches }) => stretches.map((stretch) => stretch.items)).reduce((a, b) => a + b, 0);
        expect(items).toBe(list.reduce((sum, one) => sum + one.items, 0));
      }),
    );
  });

  test("a race of nothing is none", () => {
    expect(raceRulesSchema.safeParse({ itemPoints: 0, contestPoints: 0 }).success).toBe(false);
  });

  test("inside a lane of which the sum is told, one or two heads left over take the smallest lane with them; three do not", () => {
    const inside = (headsAbove: number | null) =>
      raceOf({ rules: raceRulesSchema.parse({}), branches, among: [2, 3, 5], heads, facts: [], headsAbove, ...window });
    const lanes = (headsAbove: number | null) => inside(headsAbove).lanes.map(({ branchId }) => branchId);
    // Ten and five have lanes; two have none.
    expect(lanes(null)).toEqual([2, 3]);
    expect(lanes(17)).toEqual([2]);
    expect(inside(17).withoutLane).toBe(2);
    expect(lanes(16)).toEqual([2]);
    expect(lanes(15)).toEqual([2, 3]);
    expect(lanes(18)).toEqual([2, 3]);
  });
});
