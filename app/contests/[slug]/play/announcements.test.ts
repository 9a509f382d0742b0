import { expect, test } from "vitest";
import { announcedMark, warningOf } from "./announcements.ts";

/** Everything said while the time runs from `from` down to nothing, looked at every `every` ms. */
function said(from: number, every: number): number[] {
  const marks: number[] = [];
  for (let left = from; left > 0; left -= every) {
    const mark = announcedMark(left, Math.max(0, left - every));
    if (mark !== null) marks.push(mark / 1_000);
  }
  return marks;
}

test("each minute, each ten seconds of the last, each second of the last ten (D16), whatever the rhythm of looking", () => {
  const all = [180, 120, 60, 50, 40, 30, 20, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0];
  expect(said(200_000, 1_000)).toEqual(all);
  expect(said(200_000, 250)).toEqual(all);
  expect(said(199_987, 1_000)).toEqual(all);
});

test("after a sleep only the last mark is said; time given back is not announced as a mark", () => {
  expect(announcedMark(600_000, 119_000)).toBe(120_000);
  expect(announcedMark(5_000, 65_000)).toBeNull();
});

test("warnings at five and one minute, unless the attempt was never longer", () => {
  expect(warningOf(300_001, 600_000)).toBeNull();
  expect(warningOf(300_000, 600_000)).toBe(300_000);
  expect(warningOf(59_000, 600_000)).toBe(60_000);
  expect(warningOf(200_000, 300_000)).toBeNull();
});
