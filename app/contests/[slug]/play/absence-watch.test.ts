import { expect, test } from "vitest";
import { type Absence, AbsenceWatch, type Away } from "./absence-watch.ts";

/** A page whose clock the test moves. */
function aPage(before: Away | null = null) {
  let now = 1_000_000;
  const told: Absence[] = [];
  const kept: { away: Away | null } = { away: before };
  const keep = (away: Away | null): void => {
    kept.away = away;
  };
  const watch = new AbsenceWatch(
    { wallNow: () => now, newMark: () => `m${told.length}`, keepAway: keep, done: (one) => told.push(one) },
    before,
  );
  const wait = (ms: number): void => {
    now += ms;
  };
  return { watch, told, kept, wait, now: () => now };
}

test("a page that is hidden and seen again tells how long", () => {
  const { watch, told, wait, kept } = aPage();
  watch.left(true);
  expect(kept.away).toMatchObject({ hidden: true, cause: "unknown" });
  wait(7_000);
  watch.back();
  expect(told).toEqual([{ mark: "m0", endedAt: 1_007_000, lastedMs: 7_000, hidden: true, cause: "unknown" }]);
  expect(kept.away).toBeNull();
});

test("focus that goes before the page does is one absence, and a flicker of focus is none", () => {
  const { watch, told, wait } = aPage();
  watch.left(false);
  wait(100);
  watch.back();
  expect(told).toEqual([]);
  watch.left(false);
  wait(200);
  watch.left(true);
  wait(5_800);
  watch.back();
  watch.back();
  expect(told).toMatchObject([{ lastedMs: 6_000, hidden: true }]);
});

test("our own file picker and the input method are what they are, once", () => {
  const { watch, told, wait } = aPage();
  watch.picking();
  watch.left(false);
  wait(20_000);
  watch.back();
  watch.composing(true);
  watch.left(false);
  wait(2_000);
  watch.back();
  watch.left(true);
  wait(9_000);
  watch.back();
  expect(told.map(({ cause }) => cause)).toEqual(["file-picker", "input-method", "unknown"]);
});

test("a page that was closed while it was away tells of it when it is opened again", () => {
  const { told } = aPage({ since: 940_000, hidden: true, cause: "unknown" });
  expect(told).toMatchObject([{ lastedMs: 60_000, hidden: true, cause: "unknown" }]);
});
