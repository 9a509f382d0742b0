import { expect, test } from "vitest";
import { prizeOf } from "./prize-of.ts";

const prizes = [
  { name: "一等奖", count: 1 },
  { name: "二等奖", count: 2 },
];

test("prizes go by place; two firsts leave one second; without a place there is none", () => {
  expect([1, 2, 3, 4].map((place) => prizeOf(place, prizes))).toEqual(["一等奖", "二等奖", "二等奖", null]);
  expect([1, 1, 3, 4].map((place) => prizeOf(place, prizes))).toEqual(["一等奖", "一等奖", "二等奖", null]);
  expect(prizeOf(null, prizes)).toBeNull();
  expect(prizeOf(1, [])).toBeNull();
});
