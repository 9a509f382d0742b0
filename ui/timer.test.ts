import { expect, test } from "vitest";
import { clockOf } from "./timer.tsx";

test.each([
  [0, "0:00"],
  [-5_000, "0:00"],
  [1, "0:01"],
  [59_001, "1:00"],
  [545_000, "9:05"],
  [3_599_001, "1:00:00"],
  [4_145_000, "1:09:05"],
])("%i ms is shown as %s", (leftMs, shown) => expect(clockOf(leftMs)).toBe(shown));
