import { expect, test } from "vitest";
import { instantOf, nextWindow, wallClockAfter, wallTimeOf } from "./wall-time.ts";

const at = (text: string): Date => new Date(text);

test("a field holds the clock of the organisation, whatever the zone of the machine", () => {
  expect(wallTimeOf(at("2026-11-30T11:30:00Z"))).toBe("2026-11-30T19:30");
  expect(wallTimeOf(at("2026-12-31T16:00:00Z"))).toBe("2027-01-01T00:00");
  expect(instantOf("2026-11-30T19:30")).toBe("2026-11-30T19:30:00+08:00");
  expect(instantOf("")).toBe("");
});

test("what is written down comes back", () => {
  const instant = at("2026-11-30T11:30:00Z");
  expect(at(instantOf(wallTimeOf(instant)))).toEqual(instant);
});

test("days are counted by the organisation's calendar", () => {
  expect(wallClockAfter(at("2026-11-21T17:00:00Z"), 1, "08:00")).toEqual(at("2026-11-23T08:00:00+08:00"));
});

test("a copy keeps clock, weekday and length, and has not begun", () => {
  const window = { opensAt: at("2026-11-06T19:30:00+08:00"), closesAt: at("2026-11-06T20:30:00+08:00") };
  expect(nextWindow(window, at("2026-11-22T09:00:00+08:00"))).toEqual({
    opensAt: at("2026-11-27T19:30:00+08:00"),
    closesAt: at("2026-11-27T20:30:00+08:00"),
  });
  expect(nextWindow(window, at("2026-11-06T19:30:00+08:00")).opensAt).toEqual(at("2026-11-13T19:30:00+08:00"));
  expect(nextWindow(window, at("2026-11-01T09:00:00+08:00"))).toEqual(window);
});
