import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ATTEMPT_STATES } from "./attempt-states.ts";
import { canMove, countedOf, type EndedAttempt, mayStart, type ShownState, type StartFacts, shownStateOf } from "./state.ts";

const at = (ms: number) => new Date(Date.UTC(2026, 0, 1) + ms);
const SHOWN: ShownState[] = [...ATTEMPT_STATES, "under_review", "published"];

describe("moves (I6)", () => {
  test("are exactly these", () => {
    const moves = SHOWN.flatMap((from) => SHOWN.filter((to) => canMove(from, to)).map((to) => `${from} → ${to}`));
    expect(moves).toEqual([
      "in_progress → finished",
      "in_progress → abandoned",
      "in_progress → voided",
      "finished → voided",
      "finished → under_review",
      "finished → published",
      "under_review → voided",
      "under_review → published",
      "published → voided",
    ]);
  });

  test("never lead back, whatever way is taken", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SHOWN), { maxLength: 20 }), (wishes) => {
        const passed: ShownState[] = ["in_progress"];
        for (const wish of wishes) if (canMove(passed.at(-1) ?? "voided", wish)) passed.push(wish);
        expect(new Set(passed).size).toBe(passed.length);
      }),
      { numRuns: 1_000 },
    );
  });

  test("a finished attempt shows what its contest is at; others show themselves", () => {
    expect(shownStateOf("finished", { isPublished: false, isUnderReview: true })).toBe("under_review");
    expect(shownStateOf("finished", { isPublished: true, isUnderReview: true })).toBe("published");
    expect(shownStateOf("finished", { isPublished: false, isUnderReview: false })).toBe("finished");
    expect(shownStateOf("abandoned", { isPublished: true, isUnderReview: true })).toBe("abandoned");
  });
});

describe("starting", () => {
  const facts: StartFacts = {
    now: at(500),
    opensAt: at(0),
    closesAt: at(1_000),
    extensionMs: 0,
    attempts: 3,
    delayMs: 100,
    attemptsUsed: 0,
    nextDayAt: null,
    lastEndedAt: null,
  };
  test.each<[string, Partial<StartFacts>, string, object]>([
    ["inside the window", {}, "ok", {}],
    ["at the very opening", { now: at(0) }, "ok", {}],
    ["a millisecond early", { now: at(-1) }, "not-open", { opensAt: at(0).toISOString() }],
    ["in the last millisecond", { now: at(999) }, "ok", {}],
    ["at the very close", { now: at(1_000) }, "closed", { closesAt: at(1_000).toISOString() }],
    ["at the close, with an extension", { now: at(1_000), extensionMs: 1 }, "ok", {}],
    ["without a close", { now: at(9e9), closesAt: null }, "ok", {}],
    ["all attempts used", { attemptsUsed: 3, lastEndedAt: at(0) }, "no-attempts-left", { attempts: 3 }],
    ["all of today's used", { attemptsUsed: 3, nextDayAt: at(900) }, "no-tries-today", { attempts: 3, until: at(900).toISOString() }],
    ["all of the last day's used", { attemptsUsed: 3, nextDayAt: at(1_000) }, "no-attempts-left", { attempts: 3 }],
    ["too soon after the last", { attemptsUsed: 1, lastEndedAt: at(401) }, "wait-before-next", { until: at(501).toISOString(), waitMs: 1 }],
    ["just long enough after the last", { attemptsUsed: 1, lastEndedAt: at(400) }, "ok", {}],
  ])("%s", (_, change, code, params) => {
    const verdict = mayStart({ ...facts, ...change });
    expect(verdict === "ok" ? { code: "ok", params: {} } : { code: verdict.code, params: verdict.params }).toEqual({ code, params });
  });
});

describe("the result that counts (D1)", () => {
  const attempt = (number: number, scoreMilli: number, totalMs = 100, state: EndedAttempt["state"] = "finished"): EndedAttempt => ({
    number,
    state,
    scoreMilli,
    rightCount: scoreMilli / 1_000,
    totalMs,
    lastScoringMs: number * 10,
    startedAt: at(number),
  });
  const three = [attempt(2, 8_000, 300), attempt(1, 5_000), attempt(3, 8_000, 200)];

  test("first, last, highest (the better by the board's comparator), mean half-up with all the time", () => {
    expect(countedOf(three, { counts: "first" })).toEqual({ scoreMilli: 5_000, rightCount: 5, totalMs: 100, lastScoringMs: 10 });
    expect(countedOf(three, { counts: "last" })).toEqual({ scoreMilli: 8_000, rightCount: 8, totalMs: 200, lastScoringMs: 30 });
    expect(countedOf(three, { counts: "highest" })?.totalMs).toBe(200);
    expect(countedOf(three, { counts: "mean" })).toEqual({ scoreMilli: 7_000, rightCount: 7, totalMs: 600, lastScoringMs: 30 });
    expect(countedOf([attempt(1, 1), attempt(2, 2)], { counts: "mean" })?.scoreMilli).toBe(2);
  });

  test("abandoned, voided and running attempts never count", () => {
    expect(
      countedOf(
        [attempt(1, 9_000, 1, "voided"), attempt(2, 3_000), attempt(3, 9_000, 1, "abandoned"), attempt(4, 9_000, 1, "in_progress")],
        { counts: "highest" },
      )?.scoreMilli,
    ).toBe(3_000);
    expect(countedOf([attempt(1, 9_000, 1, "abandoned")], { counts: "mean" })).toBeNull();
  });
});
