import { describe, expect, test } from "vitest";
import { ranked } from "#domain/boards/rank-key.ts";
import { isTooLate, livesLeft, markInFormat, mayTry, penaltyOf, questionEndsAt, type Solved, triesOf } from "./judged.ts";
import { countedOf, type EndedAttempt } from "./state.ts";

const MINUTE = 60_000;
const at = (ms: number) => new Date(Date.UTC(2026, 0, 1) + ms);

describe("survival (D4.5)", () => {
  const clock = { perQuestionMs: 45_000 };
  test("each question has its clock, longer by the person's factor and by a pause; three seconds are the network's", () => {
    const ends = questionEndsAt(clock, { shownAt: at(0), timePercent: 100, pausedMs: 0 });
    expect(ends).toEqual(at(45_000));
    expect([45_000, 48_000, 48_001].map((ms) => isTooLate(ends, at(ms)))).toEqual([false, false, true]);
    expect(questionEndsAt(clock, { shownAt: at(0), timePercent: 150, pausedMs: 60_000 })).toEqual(at(127_500));
    expect(questionEndsAt(clock, { shownAt: at(0), timePercent: null, pausedMs: 0 })).toBeNull();
    expect(isTooLate(null, at(9e9))).toBe(false);
  });

  test("the first wrong answer ends it, or the last of the lives", () => {
    expect([0, 1, 2].map((wrong) => livesLeft({ lives: 1 }, wrong))).toEqual([1, 0, 0]);
    expect([0, 2, 3].map((wrong) => livesLeft({ lives: 3 }, wrong))).toEqual([3, 1, 0]);
  });
});

describe("tries of one question", () => {
  const single = (options: number) => ({
    kind: "single" as const,
    stem: "",
    options: Array<{ text: string }>(options).fill({ text: "x" }),
  });
  test("never leave only the key", () => {
    expect(triesOf({ tries: 5 }, single(4))).toBe(3);
    expect(triesOf({ tries: 2 }, single(4))).toBe(2);
    expect(triesOf({ tries: 5 }, single(2))).toBe(1);
    expect(triesOf({ tries: 5 }, { kind: "truefalse", stem: "" })).toBe(1);
    expect(triesOf({ tries: 5 }, { kind: "multiple", stem: "", options: [{ text: "a" }, { text: "b" }, { text: "c" }] })).toBe(5);
  });

  test("end with the right answer, or when they are used", () => {
    const code = (verdict: ReturnType<typeof mayTry>) => (verdict === "ok" ? verdict : verdict.code);
    expect(code(mayTry(2, 3, false))).toBe("ok");
    expect(code(mayTry(3, 3, false))).toBe("no-tries-left");
    expect(code(mayTry(1, 3, true))).toBe("already-right");
  });
});

const ended = (fields: Partial<EndedAttempt>): EndedAttempt => ({
  ...{ number: 1, state: "finished", startedAt: at(0), scoreMilli: 0, rightCount: 0, totalMs: 0, lastScoringMs: 0 },
  ...fields,
});

describe("ICPC style (D4.3)", () => {
  const rules = { counts: "first" as const, format: { kind: "icpc" as const, tries: 5, penaltyMs: 20 * MINUTE } };
  const solved = (afterMinutes: number, wrong = 0): Solved => ({ afterMs: afterMinutes * MINUTE, wrong });

  test("a part of a mark is none", () => {
    expect(markInFormat({ milli: 500, right: false }, true)).toEqual({ milli: 0, right: false });
    expect(markInFormat({ milli: 500, right: false }, false).milli).toBe(500);
    expect(markInFormat({ milli: 1_000, right: true }, true).milli).toBe(1_000);
  });

  test("the penalty is the time of each that was solved and twenty minutes for each wrong try before; what was never solved is free", () => {
    // 12 min at the first try; 30 min at the third; never: 5 wrong tries.
    expect(penaltyOf([solved(12), solved(30, 2)], rules.format)).toBe((12 + 30 + 40) * MINUTE);
    expect(penaltyOf([], rules.format)).toBe(0);
    expect(penaltyOf(Array<Solved>(100).fill(solved(720, 20)), rules.format)).toBe(2 ** 31 - 1);
  });

  test("solved, then penalty, then the last accepted", () => {
    const of = (name: string, solvedOnes: Solved[], lastScoringMs: number) => {
      const attempt = ended({
        scoreMilli: solvedOnes.length * 1_000,
        rightCount: solvedOnes.length,
        totalMs: 999 * MINUTE,
        lastScoringMs,
        solved: solvedOnes,
      });
      return { name, ...(countedOf([attempt], rules) ?? ended({})) };
    };
    const board = ranked([
      of("two, 50 min, late", [solved(20), solved(30)], 30),
      of("two, 50 min, early", [solved(5, 1), solved(25)], 25),
      of("two, 60 min", [solved(10, 1), solved(30)], 30),
      of("three, 300 min", [solved(100), solved(100), solved(100)], 100),
      of("none", [], 0),
    ]);
    expect(board.map(({ rank, name, totalMs }) => [rank, name, totalMs / MINUTE])).toEqual([
      [1, "three, 300 min", 300],
      [2, "two, 50 min, early", 50],
      [3, "two, 50 min, late", 50],
      [4, "two, 60 min", 60],
      [5, "none", 0],
    ]);
  });
});

describe("IOI style (D4.4)", () => {
  const rules = (ties: "time" | "shared") => ({ counts: "first" as const, format: { kind: "ioi" as const, tries: 3, ties } });
  const one = ended({ scoreMilli: 70, rightCount: 3, totalMs: 500, lastScoringMs: 900 });
  const other = ended({ scoreMilli: 70, rightCount: 9, totalMs: 501, lastScoringMs: 100 });
  const ranks = (ties: "time" | "shared") =>
    ranked([one, other].map((attempt) => countedOf([attempt], rules(ties)) ?? ended({}))).map(({ rank, totalMs }) => [rank, totalMs]);

  test("equal points stand by the time they were come to, or share the rank, as the rules say; the number right orders nobody", () => {
    expect(ranks("time")).toEqual([
      [1, 500],
      [2, 501],
    ]);
    expect(ranks("shared")).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });
});
