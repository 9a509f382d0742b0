import { expect, test } from "vitest";
import { MARK as MARK_OF_CLEANER } from "#server/materials/mend-bytes.ts";
import { findNext, MARK, marksIn } from "./text-marks.ts";

test("the editor looks for the very mark the cleaner leaves", () => {
  expect(MARK).toBe(MARK_OF_CLEANER);
  expect(marksIn(`一${MARK}二${MARK}`)).toBe(2);
  expect(marksIn("没有")).toBe(0);
});

test("looking goes round", () => {
  expect(findNext("甲乙甲", "甲", 1)).toBe(2);
  expect(findNext("甲乙甲", "甲", 3)).toBe(0);
  expect(findNext("甲乙甲", "丙", 0)).toBeNull();
  expect(findNext("甲", "", 0)).toBeNull();
});
