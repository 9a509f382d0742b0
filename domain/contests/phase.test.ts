import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ATTEMPT_STATES } from "#domain/attempts/attempt-states.ts";
import { boardMoves, type PhasedContest, phaseOf, reviewAllowed } from "./phase.ts";
import { REVIEW_MOMENTS } from "./rules.ts";

/** Seconds since the opening; the contest runs for 100. */
const at = (s: number) => new Date(Date.UTC(2026, 0, 1) + s * 1_000);
const contest: PhasedContest = {
  publishedAt: at(-1_000),
  opensAt: at(0),
  closesAt: at(100),
  lastEndsAt: at(130),
  resultsAt: at(500),
  cancelledAt: null,
  lobbyMs: 60_000,
};

describe("phases are half-open", () => {
  test.each([
    [-1_001, "draft"],
    [-1_000, "announced"],
    [-61, "announced"],
    [-60, "lobby"],
    [-1, "lobby"],
    [0, "open"],
    [99, "open"],
    [100, "closing"],
    [129, "closing"],
    [130, "closed"],
    [499, "closed"],
    [500, "published"],
  ])("at %i s: %s", (s, phase) => {
    expect(phaseOf(contest, at(s))).toBe(phase);
  });

  test("a draft is a draft whatever its dates; a cancelled contest is cancelled", () => {
    expect(phaseOf({ ...contest, publishedAt: null }, at(50))).toBe("draft");
    expect(phaseOf({ ...contest, cancelledAt: at(20) }, at(50))).toBe("cancelled");
    expect(phaseOf({ ...contest, cancelledAt: at(20) }, at(19))).toBe("open");
  });

  test("time never leads back to an earlier phase", () => {
    const order = ["draft", "announced", "lobby", "open", "closing", "closed", "published"];
    fc.assert(
      fc.property(fc.integer({ min: -2_000, max: 1_000 }), fc.nat(500), (s, more) => {
        expect(order.indexOf(phaseOf(contest, at(s)))).toBeLessThanOrEqual(order.indexOf(phaseOf(contest, at(s + more))));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("review", () => {
  const sees = (moment: (typeof REVIEW_MOMENTS)[number], s: number, state: (typeof ATTEMPT_STATES)[number] = "finished") =>
    reviewAllowed(moment, { attempt: { state }, contest, now: at(s) });

  test("submitted: at once; closed: when nobody can still be answering; published: when a person published; never: never", () => {
    expect([50, 129, 130, 500].map((s) => sees("submitted", s))).toEqual([true, true, true, true]);
    expect([50, 129, 130, 500].map((s) => sees("closed", s))).toEqual([false, false, true, true]);
    expect([50, 129, 130, 500].map((s) => sees("published", s))).toEqual([false, false, false, true]);
    expect([50, 129, 130, 500].map((s) => sees("never", s))).toEqual([false, false, false, false]);
  });

  test("nothing during an attempt, and nothing of a cancelled contest", () => {
    for (const moment of REVIEW_MOMENTS) {
      expect(sees(moment, 500, "in_progress")).toBe(false);
      expect(reviewAllowed(moment, { attempt: { state: "finished" }, contest: { ...contest, cancelledAt: at(10) }, now: at(600) })).toBe(
        false,
      );
    }
  });
});

describe("when the public board is shown (D5)", () => {
  test("at hand-in, after the close, or only with the results", () => {
    const moved = (moves: "hand-in" | "closed" | "published") => [50, 129, 130, 500].map((s) => boardMoves(moves, { contest, now: at(s) }));
    expect(moved("hand-in")).toEqual([true, true, true, true]);
    expect(moved("closed")).toEqual([false, false, true, true]);
    expect(moved("published")).toEqual([false, false, false, true]);
  });
});
