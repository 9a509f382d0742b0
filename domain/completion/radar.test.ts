import { expect, test } from "vitest";
import { NO_COUNTS } from "./counts.ts";
import { radarOf } from "./radar.ts";

const counts = (done: number, assigned: number, waived = 0) => ({ ...NO_COUNTS, assigned, done, waived, open: assigned - done - waived });

test("texts and units are study; each axis is a sum over tasks with its own arithmetic", () => {
  const points = radarOf([
    { kind: "reading", counts: counts(3, 4) },
    { kind: "unit", counts: counts(1, 6) },
    { kind: "quiz", counts: counts(2, 3, 1) },
    { kind: "meeting", counts: counts(0, 5) },
    { kind: "reflection", counts: counts(0, 1, 1) },
  ]);
  expect(points).toEqual([
    { axis: "study", done: 4, due: 10, percent: 40 },
    { axis: "practice", done: 2, due: 2, percent: 100 },
    { axis: "meetings", done: 0, due: 5, percent: 0 },
    { axis: "writing", done: 0, due: 0, percent: null },
    { axis: "contests", done: 0, due: 0, percent: null },
  ]);
});
