import { expect, test } from "vitest";
import { pointsText } from "./points-text.ts";

test.each([
  [0, "0"],
  [1_000, "1"],
  [1_500, "1.5"],
  [333, "0.333"],
  [10_010, "10.01"],
  [-250, "-0.25"],
])("%i is %s", (milli, text) => expect(pointsText(milli)).toBe(text));
