import { describe, expect, test } from "vitest";
import { levelsFormatSchema } from "#domain/contests/format.ts";
import { fullMarksOf, paperMarksOf } from "#domain/contests/full-marks.ts";
import { gateOf, isShutOut, levelNow, levelPoints, levelsPaper, levelsScore } from "./levels.ts";

/** Ten points a question; "+" is right, "-" wrong. */
const answers = (signs: string) => [...signs].map((sign) => ({ right: sign === "+", worth: 10_000 }));
const format = levelsFormatSchema.parse({ kind: "levels" });
const points = (signs: string) => levelPoints(answers(signs), format).map((milli) => milli / 1_000);

describe("levels (D4.6), reckoned by hand", () => {
  test.each([
    // 10; 10+20; 10+30; 10+40; (10+50)·2
    ["+++++", [10, 30, 40, 50, 120], 250],
    // The row breaks at the third and begins anew; the last takes twice.
    ["++-+-", [10, 30, -10, 10, -20], 20],
    ["-----", [-10, -10, -10, -10, -20], 0],
    ["-+-+-", [-10, 10, -10, 10, -20], 0],
    // A row goes on into the next level: 6th 10+60, 7th 10+70.
    ["---++" + "++-", [-10, -10, -10, 10, 60, 40, 50, -10], 120],
    ["", [], 0],
  ])("%s", (signs, each, score) => {
    expect(points(signs)).toEqual(each);
    expect(levelsScore(answers(signs), format)).toBe(score * 1_000);
  });

  test("the gate of a level is 30, 40 … 100 by its own points alone", () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8].map((level) => gateOf(format, level))).toEqual(
      [30, 40, 50, 60, 70, 80, 90, 100].map((gate) => gate * 1_000),
    );
    // 20 is below 30; 10−10+10−10+20 is too; 10+30−10−10+20 is 40.
    expect(["++-+-", "+-+-+", "++--+", "++--"].map((signs) => isShutOut(answers(signs), format))).toEqual([true, true, false, false]);
    // Level 2 brings 10+30−10+10−20 = 20 of 40, whatever level 1 brought.
    expect(isShutOut(answers("++++-" + "++-+-"), format)).toBe(true);
    // Exactly at the gate: 10+30−10+10−20 with a gate of 20.
    expect(isShutOut(answers("++-+-"), { ...format, gateMilli: 20_000 })).toBe(false);
    expect(isShutOut([], format)).toBe(false);
  });

  test("where one stands: the level that was ended until the next question is shown", () => {
    expect(levelNow([], format, false)).toMatchObject({ level: 1, answered: 0, gate: 30_000, points: 0, row: 0, score: 0, last: null });
    expect(levelNow(answers("+++"), format, true)).toMatchObject({ level: 1, answered: 3, points: 80_000, row: 3, last: 40_000 });
    expect(levelNow(answers("+++++"), format, false)).toMatchObject({ level: 1, answered: 5, points: 250_000, row: 5, last: 120_000 });
    expect(levelNow(answers("+++++"), format, true)).toMatchObject({
      level: 2,
      answered: 0,
      gate: 40_000,
      points: 0,
      row: 5,
      score: 250_000,
    });
    expect(levelNow(answers("+-"), format, true)).toMatchObject({ points: 0, row: 0, last: -10_000 });
    expect(levelNow(answers("-"), format, true)).toMatchObject({ points: -10_000, score: 0 });
    expect(levelNow(answers("+".repeat(40)), format, true)).toMatchObject({ level: 8, answered: 5 });
  });

  test("full marks are those of one unbroken row", () => {
    // 40·10 of their own, 10·(2+…+40) of rows, and the fifths once more: 8·10 + 10·(5+10+…+40).
    const full = (400 + 8_190 + 80 + 1_800) * 1_000;
    const window = { rules: { format }, opensAt: new Date(0), closesAt: new Date(1) };
    expect(fullMarksOf(window, 400_000)).toBe(full);
    expect(
      paperMarksOf(
        { format },
        Array.from({ length: 40 }, () => 10_000),
      ),
    ).toBe(full);
    expect(paperMarksOf({}, [1_000, 2_000])).toBe(3_000);
  });

  test("a paper has as many questions as its levels, all of one worth that is not too large", () => {
    const line = (count: number, worth: number) => ({ category: null, kind: null, difficulty: [1, 5] as [number, number], count, worth });
    expect(levelsPaper(format, [line(30, 10_000), line(10, 10_000)])).toEqual({ wanted: 40, have: 40, oddLine: null });
    expect(levelsPaper(format, [line(30, 10_000), line(9, 5_000)])).toEqual({ wanted: 40, have: 39, oddLine: 1 });
    expect(levelsPaper(format, [line(40, 20_001)]).oddLine).toBe(0);
  });
});
