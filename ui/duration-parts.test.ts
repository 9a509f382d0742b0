import { expect, test } from "vitest";
import { durationParts } from "./duration-parts.ts";

const said = (ms: number): string =>
  durationParts(ms)
    .map(({ unit, count }) => `${count} ${unit}`)
    .join(" ");

test.each([
  [0, "0 seconds"],
  [10_000, "10 seconds"],
  [60_000, "1 minutes"],
  [90_000, "1 minutes 30 seconds"],
  [90 * 60_000, "1 hours 30 minutes"],
  [7 * 86_400_000, "7 days"],
  [86_400_000 + 5 * 60_000, "1 days 5 minutes"],
])("%i ms is said as %s", (ms, words) => {
  expect(said(ms)).toBe(words);
});
