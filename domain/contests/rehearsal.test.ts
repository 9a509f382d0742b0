import { describe, expect, test } from "vitest";
import { mayRehearse, rehearsalRulesSchema, rehearsalWindow, rulesOfRehearsal } from "./rehearsal.ts";
import { contestRulesSchema } from "./rules.ts";

const opensAt = new Date("2026-12-01T01:00:00Z");
const after = (ms: number) => new Date(opensAt.getTime() + ms);
const HOUR = 3_600_000;
const rules = (rehearsal?: object, review: object = {}) =>
  contestRulesSchema.parse({ limitMs: 60_000, ...(rehearsal && { rehearsal }), review });

test("the window is told from the opening, and rules that name none give none", () => {
  expect(rehearsalWindow({ rules: rules({ fromMs: -48 * HOUR }), opensAt })).toEqual({ opensAt: after(-48 * HOUR), closesAt: opensAt });
  expect(rehearsalWindow({ rules: rules(), opensAt })).toBeNull();
  expect(rehearsalRulesSchema.safeParse({ fromMs: 0, untilMs: 0 }).error?.issues[0]).toMatchObject({ path: ["untilMs"] });
});

describe("beginning", () => {
  const facts = { window: { opensAt: after(-HOUR), closesAt: opensAt }, now: after(-1), attempts: 2, attemptsUsed: 1, isSitting: false };
  test.each<[string, Partial<typeof facts>, string]>([
    ["inside the window", {}, "ok"],
    ["at its very beginning", { now: after(-HOUR) }, "ok"],
    ["before it", { now: after(-HOUR - 1) }, "not-open"],
    ["at its very end", { now: opensAt }, "closed"],
    ["while answering the contest itself", { isSitting: true }, "attempt-running"],
    ["all used", { attemptsUsed: 2 }, "no-attempts-left"],
  ])("%s", (_, change, code) => {
    const verdict = mayRehearse({ ...facts, ...change });
    expect(verdict === "ok" ? verdict : verdict.code).toBe(code);
  });
});

test("everything is told at the hand-in, but of the contest's own questions no key before the contest is over", () => {
  const own = { score: "published", answers: "submitted", keys: "submitted" };
  expect(rulesOfRehearsal(rules({ fromMs: -HOUR }, own)).review).toEqual({ score: "submitted", answers: "submitted", keys: "submitted" });
  expect(rulesOfRehearsal(rules({ fromMs: -HOUR, fromPool: true }, own)).review).toEqual({
    score: "submitted",
    answers: "closed",
    keys: "closed",
  });
  const late = { answers: "published", keys: "never" };
  expect(rulesOfRehearsal(rules({ fromMs: -HOUR, fromPool: true }, late)).review).toMatchObject(late);
  expect(rulesOfRehearsal(rules({ fromMs: -HOUR })).integrity?.leave).toBe("off");
});
