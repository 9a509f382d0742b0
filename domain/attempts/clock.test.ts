import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ClockOverride, dueOf, effectiveSettings, endsAt, finishedAtOf, inTime, movedDue } from "./clock.ts";

const at = (ms: number) => new Date(Date.UTC(2026, 0, 1) + ms);
const MINUTE = 60_000;
const override = (fields: Partial<ClockOverride>): ClockOverride => ({ limitMs: null, closesAt: null, extensionMs: 0, ...fields });

describe("D1: the most specific wins, field by field", () => {
  const contest = { limitMs: 60 * MINUTE, closesAt: at(0) };
  test.each<[string, ClockOverride[], ClockOverride[], number | null, object]>([
    ["nothing said", [], [], 100, { limitMs: 60 * MINUTE, closesAt: at(0), extensionMs: 0 }],
    ["a branch's limit", [override({ limitMs: 80 * MINUTE })], [], 100, { limitMs: 80 * MINUTE, closesAt: at(0), extensionMs: 0 }],
    [
      "two branches, the most generous of each field",
      [override({ limitMs: 90 * MINUTE, extensionMs: 5 }), override({ limitMs: 70 * MINUTE, closesAt: at(9), extensionMs: 7 })],
      [],
      100,
      { limitMs: 90 * MINUTE, closesAt: at(9), extensionMs: 7 },
    ],
    [
      "a person's limit over a longer one of the branch",
      [override({ limitMs: 90 * MINUTE, closesAt: at(9) })],
      [override({ limitMs: 30 * MINUTE })],
      100,
      { limitMs: 30 * MINUTE, closesAt: at(9), extensionMs: 0 },
    ],
    [
      "a person's exception that says nothing of the extension keeps the branch's",
      [override({ extensionMs: 5 })],
      [override({ closesAt: at(3) })],
      100,
      { limitMs: 60 * MINUTE, closesAt: at(3), extensionMs: 5 },
    ],
    ["one and a half times the time", [], [], 150, { limitMs: 90 * MINUTE, closesAt: at(0), extensionMs: 0 }],
    [
      "the factor stretches the branch's limit too",
      [override({ limitMs: 40 * MINUTE })],
      [],
      200,
      { limitMs: 80 * MINUTE, closesAt: at(0), extensionMs: 0 },
    ],
    [
      "an own limit is meant as it stands",
      [],
      [override({ limitMs: 75 * MINUTE })],
      150,
      { limitMs: 75 * MINUTE, closesAt: at(0), extensionMs: 0 },
    ],
    ["no limit, but the window still closes", [], [], null, { limitMs: null, closesAt: at(0), extensionMs: 0 }],
  ])("%s", (_, shared, own, percent, expected) => {
    expect(effectiveSettings(contest, shared, own, percent)).toEqual(expected);
  });
});

/** Ten lines that anyone can check by hand. */
function oracle(start: number, limit: number | null, close: number | null, extension: number): number | null {
  if (limit === null && close === null) return null;
  const ends: number[] = [];
  if (limit !== null) ends.push(start + limit + extension);
  if (close !== null) ends.push(close + extension);
  ends.sort((a, b) => a - b);
  return ends[0] ?? null;
}

describe("laws (I5, L2)", () => {
  const YEARS = 100 * 366 * 86_400_000;
  const instant = fc.integer({ min: -YEARS, max: YEARS });
  const limit = fc.option(fc.integer({ min: 1, max: 12 * 3_600_000 }));

  test("due equals the oracle, at any date", () => {
    fc.assert(
      fc.property(instant, limit, fc.option(instant), fc.nat(86_400_000), (start, limitMs, close, extensionMs) => {
        const due = dueOf({ startedAt: at(start), limitMs, closesAt: close === null ? null : at(close), extensionMs });
        const expected = oracle(at(start).getTime(), limitMs, close === null ? null : at(close).getTime(), extensionMs);
        expect(due?.getTime() ?? null).toBe(expected);
      }),
      { numRuns: 10_000 },
    );
  });

  test("more extension, more limit or a later close never makes it due sooner", () => {
    fc.assert(
      fc.property(instant, fc.nat(1e8), instant, fc.nat(1e8), fc.nat(1e8), (start, limitMs, close, extensionMs, more) => {
        const clock = { startedAt: at(start), limitMs, closesAt: at(close), extensionMs };
        const due = dueOf(clock).getTime();
        expect(dueOf({ ...clock, extensionMs: extensionMs + more }).getTime()).toBe(due + more);
        expect(dueOf({ ...clock, limitMs: limitMs + more }).getTime()).toBeGreaterThanOrEqual(due);
        expect(dueOf({ ...clock, closesAt: at(close + more) }).getTime()).toBeGreaterThanOrEqual(due);
      }),
      { numRuns: 1_000 },
    );
  });

  test("exactly one of: in time, ended", () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -20_000, max: 20_000 }), fc.nat(60_000), (due, off, allowanceMs) => {
        const received = at(due + allowanceMs + off);
        expect(inTime(received, at(due), allowanceMs)).toBe(received < endsAt(at(due), allowanceMs));
      }),
      { numRuns: 1_000 },
    );
  });
});

test("the end itself is too late: half-open intervals on the boundary set", () => {
  const allowed = (off: number) => inTime(at(off), at(0), 10_000);
  expect([-1_000, -1, 0, 1, 9_999].map(allowed)).toEqual([true, true, true, true, true]);
  expect([10_000, 10_001].map(allowed)).toEqual([false, false]);
  expect(inTime(at(0), at(0), 0)).toBe(false);
  expect(inTime(at(0), null, 0)).toBe(true);
});

test("who is saved by the allowance finished when it was due", () => {
  expect(finishedAtOf(at(-5), at(0))).toEqual(at(-5));
  expect(finishedAtOf(at(5), at(0))).toEqual(at(0));
  expect(finishedAtOf(at(5), null)).toEqual(at(5));
});

test.each<[string, number, number, boolean, number]>([
  ["longer is longer", 10, 20, false, 20],
  ["shorter, but more than a minute off", 600, 300, false, 300],
  ["shorter than a minute off keeps a minute", 600, 5, false, 60],
  ["what had less than a minute keeps what it had", 30, 5, false, 30],
  ["confirmed, it is cut", 600, 5, true, 5],
])("moving due: %s", (_, current, next, confirmed, expected) => {
  expect(movedDue({ current: at(current * 1_000), next: at(next * 1_000), now: at(0), confirmed })).toEqual(at(expected * 1_000));
});
