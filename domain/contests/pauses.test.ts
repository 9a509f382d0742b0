import { expect, test } from "vitest";
import { dueOf } from "#domain/attempts/clock.ts";
import { pausedClock, pausedMs, pausedUntil } from "./pauses.ts";

const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 27) + minutes * 60_000);
const pause = (from: number, to: number) => ({ startsAt: at(from), endsAt: at(to) });
const dueIn = (limit: number, startedAt: number, pauses: ReturnType<typeof pause>[]): number => {
  const settings = { limitMs: limit * 60_000, closesAt: at(120), extensionMs: 0 };
  const clock = pausedClock(settings, pauses, { opensAt: at(0), startedAt: at(startedAt) });
  return ((dueOf({ ...clock, startedAt: at(startedAt) })?.getTime() ?? 0) - at(0).getTime()) / 60_000;
};

test("pauses that overlap count once, those before count nothing", () => {
  expect(pausedMs([pause(10, 20), pause(15, 30)], at(0))).toBe(20 * 60_000);
  expect(pausedMs([pause(10, 20), pause(12, 14)], at(0))).toBe(10 * 60_000);
  expect(pausedMs([pause(10, 20)], at(15))).toBe(5 * 60_000);
  expect(pausedMs([pause(10, 20)], at(20))).toBe(0);
});

test("who was answering is due later by the pause; who starts after it has the whole limit and no more", () => {
  expect(dueIn(30, 5, [])).toBe(35);
  expect(dueIn(30, 5, [pause(10, 20)])).toBe(45);
  expect(dueIn(30, 25, [pause(10, 20)])).toBe(55);
});

test("the close moves for all, so that a window is as long as it was printed", () => {
  expect(dueIn(30, 110, [])).toBe(120);
  expect(dueIn(30, 110, [pause(10, 20)])).toBe(130);
  expect(dueIn(30, 110, [pause(115, 125)])).toBe(130);
});

test("it is paused from the first instant to before the last", () => {
  const pauses = [pause(10, 20)];
  expect([pausedUntil(pauses, at(10)), pausedUntil(pauses, at(20)), pausedUntil(pauses, at(9))]).toEqual([at(20), null, null]);
});
