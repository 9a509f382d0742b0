import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countedDaysOf, countedOf, type EndedAttempt } from "#domain/attempts/state.ts";
import { triesAt } from "#domain/attempts/tries.ts";
import { compareRank } from "#domain/boards/rank-key.ts";
import { dayOf, dayStart, daysOfWindow, nextDayStart } from "./days.ts";
import { fullMarksOf } from "./full-marks.ts";

/** A moment by the organisation's clock. */
const wall = (text: string) => new Date(`${text}+08:00`);

describe("the day, from midnight to midnight in Shanghai", () => {
  test.each([
    ["2026-12-01T00:00:00", "2026-12-01"],
    ["2026-12-01T23:59:59.999", "2026-12-01"],
    ["2026-12-02T00:00:00", "2026-12-02"],
  ])("%s is of %s", (moment, day) => {
    expect(dayOf(wall(moment))).toBe(day);
  });

  test("begins and ends there", () => {
    expect(dayStart(wall("2026-12-01T18:30:00"))).toEqual(wall("2026-12-01T00:00:00"));
    expect(nextDayStart(wall("2026-12-01T00:00:00"))).toEqual(wall("2026-12-02T00:00:00"));
    expect(nextDayStart(wall("2026-12-31T23:59:59.999"))).toEqual(wall("2027-01-01T00:00:00"));
  });

  test.each([
    ["2026-12-01T08:00:00", "2026-12-07T20:00:00", 7],
    ["2026-12-01T08:00:00", "2026-12-08T00:00:00", 7],
    ["2026-12-01T08:00:00", "2026-12-08T00:00:00.001", 8],
    ["2026-12-01T23:59:00", "2026-12-02T00:01:00", 2],
    ["2026-12-01T08:00:00", "2026-12-01T09:00:00", 1],
  ])("a window from %s to %s has %i", (opens, closes, days) => {
    expect(daysOfWindow(wall(opens), wall(closes))).toBe(days);
  });
});

type Told = [moment: string, score: number, total: number, last: number, state?: EndedAttempt["state"]];
const attempts = (...told: Told[]): EndedAttempt[] =>
  told.map(([moment, scoreMilli, totalMs, lastScoringMs, state = "finished"], at) => ({
    ...{ number: at + 1, state, startedAt: wall(moment), scoreMilli, rightCount: scoreMilli, totalMs, lastScoringMs },
  }));
const daily = (bestDays: number | null = null) => ({ counts: "first" as const, format: { kind: "daily" as const, perDay: 3, bestDays } });

// Three days: 40 then 50 · 30 twice, the quicker one counts · 50 begun before midnight and handed in after it.
const THREE = attempts(
  ["2026-12-01T09:00:00", 40, 100, 1],
  ["2026-12-01T10:00:00", 50, 300, 2],
  ["2026-12-02T09:00:00", 30, 200, 3],
  ["2026-12-02T10:00:00", 30, 150, 4],
  ["2026-12-03T23:59:59", 50, 90, 5],
);

describe("the total over days (D4.2)", () => {
  test("adds the best of every day, with its time; the number right orders nobody", () => {
    expect(countedOf(THREE, daily())).toEqual({ scoreMilli: 130, rightCount: 0, totalMs: 540, lastScoringMs: 5, days: 3 });
  });

  test("adds the best so many days: more points first, of equal points the shorter time", () => {
    expect(countedOf(THREE, daily(2))).toEqual({ scoreMilli: 100, rightCount: 0, totalMs: 390, lastScoringMs: 5, days: 2 });
    expect(countedOf(THREE, daily(1))).toMatchObject({ scoreMilli: 50, totalMs: 90, days: 1 });
    expect(countedOf(THREE, daily(9))).toMatchObject({ scoreMilli: 130, days: 3 });
  });

  test("leaves out what was voided or abandoned, and a day of which nothing is left", () => {
    const voided = attempts(
      ["2026-12-01T09:00:00", 90, 1, 1, "voided"],
      ["2026-12-02T09:00:00", 10, 7, 1],
      ["2026-12-02T10:00:00", 9, 1, 1, "abandoned"],
    );
    expect(countedOf(voided, daily())).toMatchObject({ scoreMilli: 10, totalMs: 7, days: 1 });
    expect(countedOf(voided.slice(0, 1), daily())).toBeNull();
  });

  test("is told day by day, with what does not count", () => {
    const days = countedDaysOf(THREE, daily(2)).map(({ day, scoreMilli, totalMs, tries, counts }) => [
      day,
      scoreMilli,
      totalMs,
      tries,
      counts,
    ]);
    expect(days).toEqual([
      ["2026-12-01", 50, 300, 2, true],
      ["2026-12-02", 30, 150, 2, false],
      ["2026-12-03", 50, 90, 1, true],
    ]);
    expect(countedDaysOf(THREE, { format: undefined })).toEqual([]);
  });

  test("of equal points and times, whoever came to it earlier stands first; more right answers do not help", () => {
    const early = countedOf(attempts(["2026-12-01T09:00:00", 40, 100, 1]), daily());
    const late = countedOf(attempts(["2026-12-02T09:00:00", 40, 100, 9]), daily());
    const slow = countedOf(
      attempts(["2026-12-01T09:00:00", 40, 101, 1]).map((one) => ({ ...one, rightCount: 99 })),
      daily(),
    );
    if (!early || !late || !slow) throw new Error("none counted");
    expect(Math.sign(compareRank(early, late))).toBe(-1);
    expect(Math.sign(compareRank(late, slow))).toBe(-1);
  });

  test("never falls by one more try, and never depends on the order it is read in", () => {
    const one = fc.record({ hour: fc.integer({ min: 0, max: 200 }), score: fc.nat(9), total: fc.nat(9), last: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(one, { minLength: 2, maxLength: 12 }), fc.option(fc.integer({ min: 1, max: 5 })), (told, best) => {
        const all = told.map(
          ({ hour, score, total, last }, at): EndedAttempt => ({
            ...{ number: at + 1, state: "finished", startedAt: new Date(wall("2026-12-01T00:00:00").getTime() + hour * 3_600_000) },
            ...{ scoreMilli: score, rightCount: score, totalMs: total, lastScoringMs: last },
          }),
        );
        const [before, after] = [countedOf(all.slice(1), daily(best)), countedOf(all, daily(best))];
        expect(after?.scoreMilli).toBeGreaterThanOrEqual(before?.scoreMilli ?? 0);
        expect(countedOf([...all].reverse(), daily(best))).toEqual(after);
      }),
    );
  });
});

test("tries are of the day on which they began; those that were voided were none", () => {
  const now = wall("2026-12-03T12:00:00");
  const rules = { attempts: 1, ...daily() };
  expect(triesAt(rules, THREE, now)).toEqual({ attempts: 3, attemptsUsed: 1, nextDayAt: wall("2026-12-04T00:00:00") });
  expect(triesAt(rules, attempts(["2026-12-03T00:00:00", 1, 1, 1, "voided"]), now).attemptsUsed).toBe(0);
  expect(triesAt({ attempts: 2 }, THREE, now)).toEqual({ attempts: 2, attemptsUsed: 5, nextDayAt: null });
});

test("full marks are those of every day that can count", () => {
  const window = { opensAt: wall("2026-12-01T08:00:00"), closesAt: wall("2026-12-07T20:00:00") };
  expect(fullMarksOf({ rules: daily(), ...window }, 100)).toBe(700);
  expect(fullMarksOf({ rules: daily(5), ...window }, 100)).toBe(500);
  expect(fullMarksOf({ rules: {}, ...window }, 100)).toBe(100);
});
