import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysOf, MOST_DAYS } from "./days-of.ts";
import { type Recurrence, recurrenceSchema } from "./recurrence.ts";
import { wallAt } from "./wall-clock.ts";

const rule = (wishes: Partial<Recurrence>): Recurrence =>
  recurrenceSchema.parse({ every: "week", weekdays: [4], startClock: "14:30", minutes: 90, ...wishes });
const days = (wishes: Partial<Recurrence>, from: string, to: string) => daysOf(rule(wishes), from, to).map(({ day }) => day);
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return "done";
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe("days of a rule", () => {
  test("two Thursday afternoons a month, less one, with one more", () => {
    const twice = { every: "month", nth: [1, 3], except: ["2027-02-04"], also: ["2027-02-09"] } as const;
    const wishes = { ...twice, nth: [...twice.nth], except: [...twice.except], also: [...twice.also] };
    expect(days(wishes, "2027-01-01", "2027-03-31")).toEqual([
      "2027-01-07",
      "2027-01-21",
      "2027-02-09",
      "2027-02-18",
      "2027-03-04",
      "2027-03-18",
    ]);
    expect(daysOf(rule(wishes), "2027-01-01", "2027-03-31")[0]).toEqual({
      day: "2027-01-07",
      startsAt: new Date("2027-01-07T06:30:00Z"),
      endsAt: new Date("2027-01-07T08:00:00Z"),
    });
  });

  test("the last Friday of every second month; every other week from the week of the first day", () => {
    expect(days({ every: "month", interval: 2, weekdays: [5], nth: [-1] }, "2027-01-15", "2027-06-30")).toEqual([
      "2027-01-29",
      "2027-03-26",
      "2027-05-28",
    ]);
    expect(days({ interval: 2, weekdays: [1, 4] }, "2027-01-06", "2027-01-31")).toEqual(["2027-01-07", "2027-01-18", "2027-01-21"]);
  });

  test("a fifth weekday is there only in months that have one", () => {
    expect(days({ every: "month", nth: [5] }, "2027-01-01", "2027-05-31")).toEqual(["2027-04-29"]);
  });

  test("what cannot be a plan is refused with its own code", () => {
    expect(codeOf(() => days({}, "2027-01-01", "2026-12-31"))).toBe("ends-before-it-starts");
    expect(codeOf(() => days({}, "2027-01-01", "2029-01-02"))).toBe("plan-too-long");
    expect(codeOf(() => days({}, "2027-01-01", "2027-01-02"))).toBe("plan-without-days");
    expect(codeOf(() => days({ weekdays: [1, 2, 3, 4, 5] }, "2027-01-01", "2027-12-31"))).toBe("plan-too-many-days");
    expect(codeOf(() => days({ zone: "Asia/Nowhere" }, "2027-01-01", "2027-01-31"))).toBe("unknown-zone");
    expect(codeOf(() => days({ also: ["2028-01-01"] }, "2027-01-01", "2027-01-31"))).toBe("day-outside-plan");
  });
});

describe("summer time", () => {
  test("the wall clock stays when the clocks are put forward and back", () => {
    const found = daysOf(rule({ zone: "Europe/Berlin", weekdays: [7] }), "2027-03-21", "2027-04-04");
    expect(found.map(({ startsAt }) => startsAt.toISOString())).toEqual([
      "2027-03-21T13:30:00.000Z",
      "2027-03-28T12:30:00.000Z",
      "2027-04-04T12:30:00.000Z",
    ]);
  });

  test("a clock that is skipped moves on by the hour; one that comes twice is the first", () => {
    const at = (day: string) =>
      daysOf(rule({ zone: "Europe/Berlin", weekdays: [7], startClock: "02:30" }), day, day)[0]?.startsAt.toISOString();
    expect(at("2027-03-28")).toBe("2027-03-28T01:30:00.000Z");
    expect(at("2027-10-31")).toBe("2027-10-31T00:30:00.000Z");
  });
});

const anyRule = fc.record({
  every: fc.constantFrom("week" as const, "month" as const),
  interval: fc.integer({ min: 1, max: 12 }),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }),
  nth: fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, -1), { minLength: 1, maxLength: 3 }),
  startClock: fc.constantFrom("00:00", "01:59", "02:30", "09:00", "14:30", "23:59"),
  minutes: fc.integer({ min: 10, max: 720 }),
  zone: fc.constantFrom("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "UTC"),
});
const aDay = fc
  .date({ min: new Date("2015-01-01"), max: new Date("2035-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("laws of days", () => {
  test("sorted, each once, within the plan, on its weekdays, at its clock, as long as it says", () => {
    fc.assert(
      fc.property(anyRule, aDay, fc.integer({ min: 0, max: 700 }), (wishes, startsOn, span) => {
        const endsOn = new Date(Date.parse(startsOn) + span * 86_400_000).toISOString().slice(0, 10);
        let found: ReturnType<typeof daysOf>;
        try {
          found = daysOf(rule(wishes), startsOn, endsOn);
        } catch (error) {
          expect(["plan-without-days", "plan-too-many-days"]).toContain((error as { code: string }).code);
          return;
        }
        expect(found.length).toBeLessThanOrEqual(MOST_DAYS);
        expect(found.map(({ day }) => day)).toEqual([...new Set(found.map(({ day }) => day))].sort());
        for (const { day, startsAt, endsAt } of found) {
          expect(day >= startsOn && day <= endsOn).toBe(true);
          expect(wishes.weekdays).toContain(new Date(`${day}T00:00:00Z`).getUTCDay() || 7);
          expect(endsAt.getTime() - startsAt.getTime()).toBe(wishes.minutes * 60_000);
          const wall = wallAt(startsAt, wishes.zone);
          // Only a clock that was skipped that day shows another one, and then a later one.
          if (wall.day !== day || wall.clock !== wishes.startClock)
            expect(`${wall.day} ${wall.clock}` > `${day} ${wishes.startClock}`).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("an exception takes its day out and nothing else; an added day comes in", () => {
    fc.assert(
      fc.property(anyRule, aDay, fc.nat(), (wishes, startsOn, pick) => {
        const endsOn = new Date(Date.parse(startsOn) + 400 * 86_400_000).toISOString().slice(0, 10);
        const all = (() => {
          try {
            return days(wishes, startsOn, endsOn);
          } catch {
            return [];
          }
        })();
        const out = all[pick % Math.max(all.length, 1)];
        if (out === undefined || all.length < 2) return;
        const fewer = days({ ...wishes, except: [out] }, startsOn, endsOn);
        expect(fewer).toEqual(all.filter((day) => day !== out));
        expect(days({ ...wishes, also: [out] }, startsOn, endsOn)).toEqual(all);
      }),
      { numRuns: 100 },
    );
  });
});
