import { expect, test } from "vitest";
import { saidOfBoard } from "./said-of-board.ts";

const place = { rank: 1, name: "程见行", branchName: "甲", scoreMilli: 5_000, rightCount: 5, totalMs: 60_000 };
const at = (second: number, places: (typeof place)[]) => ({
  asOf: `2026-11-26T08:00:0${second}.000Z`,
  total: 3,
  isFrozen: false,
  places,
  branches: null,
  teams: null,
});

test("rows that say the same again are no news, whenever they were made", () => {
  expect(saidOfBoard(at(1, [place]))).toBe(saidOfBoard(at(2, [place])));
  expect(saidOfBoard(at(1, [place]))).not.toBe(saidOfBoard(at(1, [{ ...place, scoreMilli: 6_000 }])));
});

test("a board that shows no places moves with a better second attempt: the same number of people is news", () => {
  expect(saidOfBoard(at(1, []))).not.toBe(saidOfBoard(at(2, [])));
  expect(saidOfBoard(at(1, []))).toBe(saidOfBoard(at(1, [])));
});

test("a freeze or a release is news though the rows are the same", () => {
  expect(saidOfBoard(at(1, [place]))).not.toBe(saidOfBoard({ ...at(1, [place]), isFrozen: true }));
});
