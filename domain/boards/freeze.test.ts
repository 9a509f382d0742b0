import fc from "fast-check";
import { expect, test } from "vitest";
import { isFrozen, publicCutOf, visibleUntil } from "./freeze.ts";

const at = (s: number) => new Date(Date.UTC(2026, 0, 1) + s * 1_000);
const FREEZE = { freezeAt: at(80), frozenAt: at(83), releasedAt: at(300) };

test("half-open: frozen at T_f, free again at the release; never without a T_f", () => {
  expect([79, 80, 299, 300, 900].map((s) => isFrozen(FREEZE, at(s)))).toEqual([false, true, true, false, false]);
  expect(isFrozen({ freezeAt: null, releasedAt: null }, at(900))).toBe(false);
  expect(isFrozen({ freezeAt: at(80), releasedAt: null }, at(9_000_000))).toBe(true);
});

test("between T_f and the moment S_f is stored the public has no board, not the one of now", () => {
  expect([79, 80, 900].map((s) => publicCutOf({ freezeAt: at(80), frozenAt: null, releasedAt: null }, at(s)))).toEqual([
    "now",
    "none",
    "none",
  ]);
  expect([79, 80, 299, 300].map((s) => publicCutOf(FREEZE, at(s)))).toEqual(["now", "frozen", "frozen", "now"]);
});

test("visibility = min(now, T_f) until released: it never runs ahead of the clock nor, frozen, past T_f", () => {
  fc.assert(
    fc.property(fc.nat(1_000), fc.option(fc.nat(1_000), { nil: null }), fc.option(fc.nat(1_000), { nil: null }), (s, freeze, release) => {
      const contest = { freezeAt: freeze === null ? null : at(freeze), releasedAt: release === null ? null : at(release) };
      const seen = visibleUntil(contest, at(s));
      expect(seen <= at(s)).toBe(true);
      if (freeze !== null && (release === null || s < release)) expect(seen).toEqual(at(Math.min(s, freeze)));
      else expect(seen).toEqual(at(s));
    }),
  );
});
