import fc from "fast-check";
import { expect, test } from "vitest";
import { milliOf, settledOf } from "./settle-marks.ts";

const given = (...marks: number[]) => marks.map((mark) => ({ mark, isFinal: false }));

test("as many as asked for, near enough to each other, give their mean", () => {
  const plan = { perAnswer: 2, gap: 2_000 };
  expect(settledOf(given(), plan)).toEqual({ state: "waiting", mark: null });
  expect(settledOf(given(5_000), plan)).toEqual({ state: "waiting", mark: null });
  expect(settledOf(given(5_000, 7_000), plan)).toEqual({ state: "settled", mark: 6_000 });
  expect(settledOf(given(5_000, 7_001), plan)).toEqual({ state: "apart", mark: null });
  expect(settledOf(given(5_000, 5_001), plan)).toEqual({ state: "settled", mark: 5_001 });
  expect(settledOf([...given(0, 10_000), { mark: 3_000, isFinal: true }], plan)).toEqual({ state: "settled", mark: 3_000 });
  expect(settledOf(given(4_000), { perAnswer: 1, gap: 0 })).toEqual({ state: "settled", mark: 4_000 });
});

test("a settled mark lies between the marks given, and its points between nothing and the worth", () => {
  const mark = fc.integer({ min: 0, max: 10_000 });
  fc.assert(
    fc.property(fc.array(mark, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 1_000_000 }), (marks, worth) => {
      const settled = settledOf(given(...marks), { perAnswer: marks.length, gap: 10_000 });
      expect(settled.mark).toBeGreaterThanOrEqual(Math.min(...marks));
      expect(settled.mark).toBeLessThanOrEqual(Math.max(...marks));
      const milli = milliOf(settled.mark ?? -1, worth);
      expect(milli).toBeGreaterThanOrEqual(0);
      expect(milli).toBeLessThanOrEqual(worth);
    }),
  );
});
