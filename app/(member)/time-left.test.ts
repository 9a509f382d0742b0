import { expect, test } from "vitest";
import { timeLeft } from "./time-left.ts";

const HOUR_MS = 3_600_000;

test.each([
  [48 * HOUR_MS, 2, "days"],
  [48 * HOUR_MS - 1, 47, "hours"],
  [2 * HOUR_MS, 2, "hours"],
  [2 * HOUR_MS - 1, 120, "minutes"],
  [60_001, 2, "minutes"],
  [1, 1, "minutes"],
  [0, 0, "minutes"],
  [-5, 0, "minutes"],
])("%i ms left is %i %s", (leftMs, value, unit) => {
  expect(timeLeft(leftMs)).toEqual({ value, unit });
});
