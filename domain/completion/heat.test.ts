import { expect, test } from "vitest";
import { heatOf } from "./heat.ts";

test("the bands meet without a gap, and only everything is all", () => {
  expect([0, 0.1, 49.9, 50, 79.9, 80, 99.9, 100].map(heatOf)).toEqual(["none", "low", "low", "half", "half", "most", "most", "all"]);
  expect(heatOf(null)).toBeNull();
});
