import fc from "fast-check";
import { expect, test } from "vitest";
import { chanceOf } from "#domain/chance.ts";
import { type MatchFacts, stageOf } from "./match-clock.ts";
import { afterMatch, areNear, expectedOf, FIRST_RATING, placesOf, type Rating, reachOf, rewardOf, scoresOf } from "./rating.ts";

const start = Date.parse("2026-12-01T02:00:00Z");
const at = (seconds: number) => new Date(start + seconds * 1_000);
const facts = (more: Partial<MatchFacts> = {}): MatchFacts => ({
  ...{ startedAt: at(0), windowMs: 20_000, questions: 5, answers: [] },
  players: [
    { personId: 1, leftAt: null },
    { personId: 2, leftAt: null },
  ],
  ...more,
});
const answer = (personId: number, slot: number, seconds: number) => ({ personId, slot, answeredAt: at(seconds) });

test("with nobody there the clock ends it: five windows of 20 s and four pauses of 6 s, half-open", () => {
  expect(stageOf(facts(), at(-1))).toEqual({ stage: "soon", slot: 0, until: at(0) });
  expect(stageOf(facts(), at(0))).toEqual({ stage: "open", slot: 0, until: at(20) });
  expect(stageOf(facts(), at(19.999)).stage).toBe("open");
  expect(stageOf(facts(), at(20))).toEqual({ stage: "told", slot: 0, until: at(26) });
  expect(stageOf(facts(), at(26))).toEqual({ stage: "open", slot: 1, until: at(46) });
  expect(stageOf(facts(), at(123.999))).toMatchObject({ stage: "open", slot: 4 });
  expect(stageOf(facts(), at(124))).toEqual({ stage: "over", slot: 4, until: at(124) });
});

test("a question is over when all who still play have answered; who left is not waited for; the last one's leaving ends it", () => {
  const both = facts({ answers: [answer(1, 0, 3), answer(2, 0, 8)] });
  expect(stageOf(both, at(7.999))).toMatchObject({ stage: "open", slot: 0, until: at(8) });
  expect(stageOf(facts({ answers: [answer(1, 0, 3)] }), at(7.9))).toEqual({ stage: "open", slot: 0, until: at(20) });
  expect(stageOf(both, at(8))).toEqual({ stage: "told", slot: 0, until: at(14) });
  const gone = [
    { personId: 1, leftAt: null },
    { personId: 2, leftAt: at(5) },
  ];
  expect(stageOf(facts({ players: gone, answers: [answer(1, 0, 3)] }), at(5))).toMatchObject({ stage: "told", slot: 0, until: at(11) });
  expect(stageOf(facts({ players: gone, answers: [answer(1, 0, 3), answer(1, 1, 12)] }), at(12))).toMatchObject({ stage: "told", slot: 1 });
  const deserted = gone.map(({ personId }) => ({ personId, leftAt: at(4 + personId) }));
  expect(stageOf(facts({ players: deserted }), at(6))).toMatchObject({ stage: "over", until: at(6) });
  expect(stageOf(facts({ players: deserted }), at(90))).toMatchObject({ stage: "over", until: at(6) });
  expect(stageOf(facts({ players: deserted, startedAt: at(8) }), at(7))).toMatchObject({ stage: "over" });
});

test("a longer window for one is a longer one for all, the pause too", () => {
  expect(stageOf(facts({ windowMs: 40_000 }), at(40))).toEqual({ stage: "told", slot: 0, until: at(52) });
});

test("what was expected, reached and told: ties share", () => {
  expect(expectedOf(1_000, 1_000)).toBe(0.5);
  expect(expectedOf(1_200, 1_000) + expectedOf(1_000, 1_200)).toBeCloseTo(1, 12);
  expect(scoresOf([5, 3])).toEqual([1, 0]);
  expect(scoresOf([3, 3])).toEqual([0.5, 0.5]);
  expect(placesOf([4, 2, 2, -1])).toEqual([1, 2, 2, 4]);
  expect(scoresOf([4, 2, 2, -1])).toEqual([1, 0.5, 0.5, 0]);
});

test("the first ten games move the rating twice as far; the standing moves in counting games alone", () => {
  expect(afterMatch(FIRST_RATING, [1_000], 1, true)).toEqual({ rating: 1_024, standing: 1_024, games: 1 });
  const known: Rating = { rating: 1_000, standing: 1_000, games: 10 };
  expect(afterMatch(known, [1_000], 0, false)).toEqual({ rating: 988, standing: 1_000, games: 11 });
});

test("B5: a loss pays 80 %, an even win all of it, a certain win hardly more, and never less for doing better", () => {
  expect([rewardOf(1_000, [1_000], 0), rewardOf(1_000, [1_000], 0.5), rewardOf(1_000, [1_000], 1)]).toEqual([8_000, 9_000, 10_000]);
  expect(rewardOf(1_800, [1_000], 1)).toBeLessThan(8_100);
  expect(rewardOf(1_000, [1_800], 1)).toBe(10_000);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3_000 }),
      fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 3 }),
      (own, others) => {
        const paid = [0, 1 / 3, 0.5, 1].map((score) => rewardOf(own, others, score));
        expect(paid).toEqual(paid.toSorted((a, b) => a - b));
        expect(paid[0]).toBe(8_000);
        expect(paid[3]).toBeLessThanOrEqual(10_000);
      },
    ),
  );
});

/** 300 days of somebody who plays as strong as 1,200: the first game of a day in earnest, then so many that are given away or not. */
function meanPay(losesOnPurpose: boolean): number {
  const chance = chanceOf("a year of duels");
  const wins = (own: number, other: number) => (chance.below(1_000_000) < expectedOf(own, other) * 1_000_000 ? 1 : 0);
  let [me, paid]: [Rating, number] = [{ rating: 1_200, standing: 1_200, games: 10 }, 0];
  for (let day = 0; day < 300; day += 1) {
    const score = wins(1_200, me.rating);
    paid += rewardOf(me.standing, [me.rating], score);
    me = afterMatch(me, [me.rating], score, true);
    for (let game = 0; game < 3; game += 1) me = afterMatch(me, [me.rating], losesOnPurpose ? 0 : wins(1_200, me.rating), false);
  }
  return paid / 300;
}

test("B5: whoever gives games away for weaker opponents earns no more by it in the long run", () => {
  expect(meanPay(false)).toBeGreaterThan(8_800);
  expect(meanPay(true)).toBeLessThan(meanPay(false));
});

test("who waits plays with ever more distant ones, in the end with anybody", () => {
  const waits = (rating: number, seconds: number) => ({ rating, since: at(-seconds) });
  expect(areNear([waits(1_000, 0), waits(1_100, 0)], at(0))).toBe(true);
  expect(areNear([waits(1_000, 0), waits(1_101, 0)], at(0))).toBe(false);
  expect(areNear([waits(1_000, 4), waits(1_200, 0)], at(0))).toBe(true);
  expect(areNear([waits(1_000, 19), waits(2_000, 0)], at(0))).toBe(false);
  expect(areNear([waits(1_000, 20), waits(2_000, 0)], at(0))).toBe(true);
  expect(reachOf(-5)).toBe(100);
});
