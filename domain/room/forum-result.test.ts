import { expect, test } from "vitest";
import { chanceOf } from "#domain/chance.ts";
import { drawLot } from "./draw-lot.ts";
import { forumResult, type ResultRules, type Scored } from "./forum-result.ts";

const rules = (over: Partial<ResultRules> = {}): ResultRules => ({ dropHighest: 1, dropLowest: 1, tie: "sum_of_all", ...over });
/** Points as judges write them. */
const scored = (id: number, ...points: number[]): Scored => ({ id, scores: points.map((point) => Math.round(point * 1_000)) });
const told = (presenters: Scored[], by: ResultRules) =>
  forumResult(presenters, by).map(({ id, place, meanMilli }) => [id, place, meanMilli]);

/*
 * Six presenters and five judges, worked by hand; highest and lowest are dropped, three scores count:
 *   1: 90 92 88 95 85 → 88+90+92 = 270 → 90      all five: 450   median 90
 *   2: 91 90 89 96 80 → 89+90+91 = 270 → 90      all five: 446   median 90
 *   3: 90 90 90 92 88 → 90+90+90 = 270 → 90      all five: 450   median 90
 *   4: 93 93 87 99 70 → 87+93+93 = 273 → 91      all five: 442   median 93
 *   5: 85 86 88 88 84 → 85+86+88 = 259 → 86.333… all five: 431   median 86
 *   6: 80 95 86 87 86 → 86+86+87 = 259 → 86.333… all five: 434   median 86
 */
const six = [
  scored(1, 90, 92, 88, 95, 85),
  scored(2, 91, 90, 89, 96, 80),
  scored(3, 90, 90, 90, 92, 88),
  scored(4, 93, 93, 87, 99, 70),
  scored(5, 85, 86, 88, 88, 84),
  scored(6, 80, 95, 86, 87, 86),
];

test("six presenters, five judges, ties: the sum of all scores parts 1 and 3 from 2, and 6 from 5; 1 and 3 share the place", () => {
  expect(told(six, rules())).toEqual([
    [4, 1, 91_000],
    [1, 2, 90_000],
    [3, 2, 90_000],
    [2, 4, 90_000],
    [6, 5, 86_333],
    [5, 6, 86_333],
  ]);
});

test("the same by the other printed rules: the median parts nobody here, and sharing parts nobody ever", () => {
  for (const tie of ["median", "share"] as const) {
    expect(told(six, rules({ tie })).map(([id, place]) => [id, place])).toEqual([
      [4, 1],
      [1, 2],
      [2, 2],
      [3, 2],
      [5, 5],
      [6, 5],
    ]);
  }
  const middle = [scored(1, 80, 90, 91, 92, 99), scored(2, 80, 89, 92, 92, 99)]; // both 273; medians 91 and 92
  expect(told(middle, rules({ tie: "median" })).map(([id, place]) => [id, place])).toEqual([
    [2, 1],
    [1, 2],
  ]);
});

test("nothing dropped: the plain mean, half a milli-point rounded up, places by the exact fraction", () => {
  const none = rules({ dropHighest: 0, dropLowest: 0, tie: "share" });
  // Means 2.5, 7/3 and 2.25 milli-points: shown as 3, 2 and 2, yet no two share a place.
  const close: Scored[] = [
    { id: 1, scores: [2, 3] },
    { id: 2, scores: [2, 2, 3] },
    { id: 3, scores: [2, 2, 2, 3] },
  ];
  expect(told(close, none)).toEqual([
    [1, 1, 3],
    [2, 2, 2],
    [3, 3, 2],
  ]);
});

test("with no score left after dropping there is no result, and the others are ranked without", () => {
  const [first, second] = forumResult([scored(1, 90, 91), scored(2, 60, 70, 80)], rules());
  expect(first).toMatchObject({ id: 2, state: "ranked", place: 1, meanMilli: 70_000, counted: [70_000], dropped: [60_000, 80_000] });
  expect(second).toMatchObject({ id: 1, state: "too_few", place: null, meanMilli: null });
  expect(forumResult([], rules())).toEqual([]);
});

test("laws: order of judges and presenters does not matter; one more point never costs a place; what is dropped and counted is all", () => {
  const chance = chanceOf("forum laws");
  for (let round = 0; round < 300; round += 1) {
    const judges = 1 + chance.below(7);
    const presenters = Array.from({ length: 1 + chance.below(6) }, (_, id) => ({
      id,
      scores: Array.from({ length: judges }, () => 80_000 + 500 * chance.below(8)),
    }));
    const by = rules({
      dropHighest: chance.below(3),
      dropLowest: chance.below(3),
      tie: (["sum_of_all", "median", "share"] as const)[chance.below(3)] as ResultRules["tie"],
    });
    const result = forumResult(presenters, by);
    const turned = presenters.toReversed().map(({ id, scores }) => ({ id, scores: scores.toReversed() }));
    const places = (of: typeof result) => new Map(of.map(({ id, place }) => [id, place]));
    expect(places(forumResult(turned, by))).toEqual(places(result));
    for (const { state, counted, dropped } of result) {
      expect(counted.length + dropped.length).toBe(judges);
      if (state === "ranked") expect(counted.length).toBe(judges - by.dropHighest - by.dropLowest);
    }
    const lucky = presenters.map((one) => (one.id === 0 ? { id: 0, scores: one.scores.map((score) => score + 1) } : one));
    const [before, after] = [places(result).get(0), places(forumResult(lucky, by)).get(0)];
    if (typeof before === "number") expect(after).toBeLessThanOrEqual(before);
  }
});

test("the lot gives every place once, the same for the same seed whatever the order of the list, and favours nobody", () => {
  const presenters = [11, 22, 33, 44, 55, 66];
  const first = new Map(presenters.map((id) => [id, 0]));
  for (let draw = 0; draw < 3_000; draw += 1) {
    const lot = drawLot(presenters, `seed ${draw}`);
    expect([...lot.values()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    for (const [id, place] of lot) if (place === 1) first.set(id, (first.get(id) ?? 0) + 1);
  }
  expect(drawLot(presenters.toReversed(), "s")).toEqual(drawLot(presenters, "s"));
  // 500 expected; six sigma is 122.
  for (const count of first.values()) expect(Math.abs(count - 500)).toBeLessThan(122);
});
