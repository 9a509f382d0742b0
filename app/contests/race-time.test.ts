import { expect, test } from "vitest";
import { raceTime } from "./race-time.ts";

test.each([
  [0, "0:00.0"],
  [185_299, "3:05.2"],
  [59_999, "0:59.9"],
  [3_785_250, "1:03:05.2"],
])("%i ms is %s", (ms, text) => expect(raceTime(ms)).toBe(text));
