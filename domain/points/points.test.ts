import fc from "fast-check";
import { expect, test } from "vitest";
import { changeOf, grantedOf, roomLeft, withGrant } from "./grant.ts";
import { DEFAULT_POLICY, earnedOf, pointPolicySchema, weighsYears } from "./policy.ts";
import { CAP_GROUPS } from "./rules.ts";
import { starsOf } from "./stars.ts";
import { boundsOfYear, dimensionOf, statementOf, studyYearOf } from "./study-year.ts";
import { weekOf } from "./week-of.ts";

const on = { ...DEFAULT_POLICY, isOn: true };
const nothing = { day: 0, week: 0, groups: {} };

test("D10: the template is off, whole by its own schema, and caps twenty a day and a hundred a week", () => {
  expect(pointPolicySchema.parse(DEFAULT_POLICY)).toEqual(DEFAULT_POLICY);
  expect([DEFAULT_POLICY.isOn, DEFAULT_POLICY.dayCap, DEFAULT_POLICY.weekCap, weighsYears(DEFAULT_POLICY)]).toEqual([false, 20, 100, true]);
  expect(earnedOf(DEFAULT_POLICY, "daily")).toBe(0);
  expect([earnedOf(on, "daily"), earnedOf(on, "contest", 8_449), earnedOf(on, "contest", 8_450), earnedOf(on, "contest", 0)]).toEqual([
    5, 8, 8, 0,
  ]);
});

test("D10: granted = min(earned, cap − Σ), and the entry knows which cap cut it", () => {
  expect(grantedOf(on, null, 5, { day: 13, week: 13, groups: {} })).toEqual({ granted: 5, cutBy: null });
  expect(grantedOf(on, null, 5, { day: 18, week: 18, groups: {} })).toEqual({ granted: 2, cutBy: "day" });
  expect(grantedOf(on, null, 5, { day: 0, week: 99, groups: {} })).toEqual({ granted: 1, cutBy: "week" });
  expect(grantedOf(on, null, 5, { day: 30, week: 130, groups: {} })).toEqual({ granted: 0, cutBy: "day" });
  const grouped = { ...on, groups: { ...on.groups, a: { dayCap: 6, weekCap: 7 } } };
  expect(grantedOf(grouped, "a", 5, { ...nothing, groups: { a: { day: 4, week: 4 } } })).toEqual({ granted: 2, cutBy: "group-day" });
  expect(grantedOf(grouped, "a", 5, { ...nothing, groups: { a: { day: 0, week: 6 } } })).toEqual({ granted: 1, cutBy: "group-week" });
  expect(grantedOf(grouped, "b", 5, { ...nothing, groups: { a: { day: 6, week: 7 } } })).toEqual({ granted: 5, cutBy: null });
});

test("whatever is earned in whatever order, no cap of a day, a week or a group is ever passed", () => {
  const policy = { ...on, groups: { a: { dayCap: 6, weekCap: null }, b: { dayCap: null, weekCap: 9 } } };
  fc.assert(
    fc.property(
      fc.array(fc.record({ earned: fc.integer({ min: 0, max: 12 }), group: fc.option(fc.constantFrom(...CAP_GROUPS)) }), { maxLength: 40 }),
      (events) => {
        let sofar: Parameters<typeof grantedOf>[3] = nothing;
        for (const { earned, group } of events) {
          const { granted, cutBy } = grantedOf(policy, group, earned, sofar);
          expect(granted).toBeGreaterThanOrEqual(0);
          expect(cutBy === null).toBe(granted === earned);
          sofar = withGrant(sofar, group, granted);
        }
        expect(sofar.day).toBe(Math.min(20, sofar.day));
        expect(sofar.groups.a?.day ?? 0).toBeLessThanOrEqual(6);
        expect(sofar.groups.b?.week ?? 0).toBeLessThanOrEqual(9);
        expect(roomLeft(policy, sofar)).toEqual({ day: 20 - sofar.day, week: 100 - sofar.week });
      },
    ),
  );
});

test("a ruling takes back what was granted and no more, and grants what is earned more", () => {
  expect(changeOf({ earned: 8, granted: 8 }, 5)).toEqual({ earned: -3, granted: -3 });
  expect(changeOf({ earned: 8, granted: 3 }, 5)).toEqual({ earned: -3, granted: 0 });
  expect(changeOf({ earned: 8, granted: 3 }, 1)).toEqual({ earned: -7, granted: -2 });
  expect(changeOf({ earned: 5, granted: 5 }, 9)).toEqual({ earned: 4, granted: 4 });
});

test("a policy says at which field it is not whole", () => {
  const problems = (policy: unknown) =>
    pointPolicySchema.safeParse(policy).error?.issues.map(({ path, message }) => [path.join("."), message]);
  expect(problems({ ...on, weekCap: 10 })).toEqual([["weekCap", "below-day-cap"]]);
  expect(problems({ ...on, stars: [100, 100] })).toEqual([["stars", "not-rising"]]);
  const weights = { ...on.year.weights, contest: 11 };
  expect(problems({ ...on, year: { ...on.year, weights } })).toEqual([["weights", "weights-not-whole"]]);
});

test("stars, weeks and study years begin where they say", () => {
  expect([99, 100, 1_500].map((points) => starsOf(points, on.stars))).toEqual([
    { stars: 0, nextAt: 100 },
    { stars: 1, nextAt: 300 },
    { stars: 5, nextAt: null },
  ]);
  expect([weekOf("2026-11-23"), weekOf("2026-11-29"), weekOf("2027-01-01")]).toEqual([
    { from: "2026-11-23", to: "2026-11-29" },
    { from: "2026-11-23", to: "2026-11-29" },
    { from: "2026-12-28", to: "2027-01-03" },
  ]);
  expect([studyYearOf("2026-08-31", 9), studyYearOf("2026-09-01", 9), studyYearOf("2026-01-01", 1)]).toEqual([2025, 2026, 2026]);
  expect(boundsOfYear(2026, 9)).toEqual({ from: "2026-09-01", until: "2027-09-01" });
});

test("R27: a year is its parts by their weights; who owed nothing is weighed by the rest; a part is never above the whole", () => {
  const points = { practice: 250, contribution: 100, meeting: 30, contest: -2 };
  const { parts, total } = statementOf({ owed: 4, done: 3, points }, on.year);
  expect(parts.map(({ dimension, share, adds }) => [dimension, share, adds])).toEqual([
    ["completion", 7_500, 3_000],
    ["practice", 5_000, 1_000],
    ["contribution", 10_000, 1_000],
    ["meeting", 5_000, 1_000],
    ["contest", 0, 0],
  ]);
  expect(total).toBe(6_000);
  const free = statementOf({ owed: 0, done: 0, points }, on.year);
  expect(free.parts[0]).toMatchObject({ dimension: "completion", of: 0, weight: 0, adds: 0 });
  expect(free.total).toBe(5_000);
  expect([dimensionOf("review"), dimensionOf("correction", "meeting"), dimensionOf("correction")]).toEqual(["practice", "meeting", null]);
});
