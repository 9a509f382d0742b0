import fc from "fast-check";
import { expect, test } from "vitest";
import { placed, teamStandings } from "./game-board.ts";
import { abandonedAt, type GameFacts, nextStep, phaseOf, readMs, resumedTimes, streakOf, timesOf, whyNotTaken } from "./game-clock.ts";
import { compensationMs, responseMs, scoreMilli } from "./game-score.ts";

const start = Date.parse("2026-12-01T02:00:00Z");
const at = (seconds: number) => new Date(start + seconds * 1_000);
/** A question that was put at 0, opens at 3 and closes at 23. */
const asked = (more: Partial<GameFacts> = {}): GameFacts => ({
  ...{ stage: "question", questionNo: 1, opensAt: at(3), closesAt: at(23), pausedAt: null },
  ...more,
});
const whole = 1_000_000;

test("D3 read time: a quarter of a second for each Chinese character, three seconds at the least, twenty at the most", () => {
  expect(readMs("党的宗旨是什么？")).toBe(3_000);
  expect(readMs("题".repeat(20))).toBe(5_000);
  expect(readMs("题".repeat(200))).toBe(20_000);
  expect(readMs("Which of these is right?")).toBe(3_000);
});

test("D16: the room waits as long as its slowest reader needs; with captains the team has five seconds to talk", () => {
  const question = { stem: "题", windowMs: 20_000, percent: 150, isTalked: false };
  expect(timesOf(question, at(0))).toEqual({ opensAt: at(3), closesAt: at(33) });
  expect(timesOf({ ...question, percent: 100, isTalked: true }, at(0))).toEqual({ opensAt: at(8), closesAt: at(28) });
});

test("D3 classic is Kahoot: 2 s of 30 s are 967 of 1000, at the end 500, under half a second all, wrong nothing", () => {
  expect(scoreMilli("classic", whole, 2_000, 30_000)).toBe(967_000);
  expect(scoreMilli("classic", whole, 30_000, 30_000)).toBe(500_000);
  expect(scoreMilli("classic", whole, 499, 30_000)).toBe(whole);
  expect(scoreMilli("classic", whole, 500, 30_000)).toBe(992_000);
  expect(scoreMilli("classic", 2 * whole, 2_000, 30_000)).toBe(1_933_000);
  expect(scoreMilli("classic", 0, 1_000, 30_000)).toBe(0);
});

test("D3 mild keeps sixty percent for the slowest; accuracy leaves the mark as it is", () => {
  expect(scoreMilli("mild", whole, 0, 20_000)).toBe(whole);
  expect(scoreMilli("mild", whole, 10_000, 20_000)).toBe(800_000);
  expect(scoreMilli("mild", whole, 99_000, 20_000)).toBe(600_000);
  expect(scoreMilli("accuracy", 333, 99_000, 20_000)).toBe(333);
});

test("in no mode does more time give more points, and t' stays between nothing and the window", () => {
  const input = fc.tuple(fc.constantFrom("accuracy", "mild", "classic"), fc.nat(2_000_000), fc.nat(100_000), fc.nat(100_000));
  fc.assert(
    fc.property(input, ([mode, mark, t, more]) => {
      const [soon, later] = [scoreMilli(mode as "mild", mark, t, 20_000), scoreMilli(mode as "mild", mark, t + more, 20_000)];
      expect(later).toBeLessThanOrEqual(soon);
      expect(later).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("D3 the line is allowed for half the median of the last five round trips, 150 ms at the most", () => {
  expect(compensationMs([])).toBe(0);
  expect(compensationMs([80, 100, 4_000])).toBe(50);
  expect(compensationMs([100, 200])).toBe(75);
  expect(compensationMs([9_000, 1, 1, 1, 1, 1])).toBe(1);
  expect(compensationMs([900, 900, 900])).toBe(150);
  expect(responseMs(at(3), at(5), [100])).toBe(1_950);
  expect(responseMs(at(3), at(3), [300])).toBe(0);
});

test("the clock alone opens and closes the answers; windows are half-open", () => {
  expect(phaseOf(asked(), at(2.999))).toBe("reading");
  expect(phaseOf(asked(), at(3))).toBe("open");
  expect(phaseOf(asked(), at(22.999))).toBe("open");
  expect(phaseOf(asked(), at(23))).toBe("closed");
  expect(whyNotTaken(asked(), 1, at(2.999))).toBe("game-not-yet");
  expect(whyNotTaken(asked(), 1, at(3))).toBeNull();
  expect(whyNotTaken(asked(), 1, at(23))).toBe("game-late");
  expect(whyNotTaken(asked(), 0, at(10))).toBe("game-late");
  expect(whyNotTaken(asked(), 2, at(10))).toBe("game-not-yet");
  expect(whyNotTaken(asked({ stage: "lobby", opensAt: null, closesAt: null }), 1, at(10))).toBe("game-not-yet");
});

test("what was received in time counts even when it reaches the table after the reveal", () => {
  expect(whyNotTaken(asked({ stage: "revealed" }), 1, at(22.9))).toBeNull();
  expect(whyNotTaken(asked({ stage: "revealed" }), 1, at(23))).toBe("game-late");
});

test("a pause keeps what is left of the time, to the millisecond, and takes no answer meanwhile", () => {
  const paused = asked({ pausedAt: at(10) });
  expect(phaseOf(paused, at(500))).toBe("open");
  expect(whyNotTaken(paused, 1, at(12))).toBe("game-paused");
  expect(whyNotTaken(paused, 1, at(9.9))).toBeNull();
  expect(resumedTimes(paused, at(70))).toEqual({ opensAt: at(63), closesAt: at(83) });
  expect(resumedTimes(asked({ pausedAt: at(1) }), at(61))).toEqual({ opensAt: at(63), closesAt: at(83) });
  expect(resumedTimes(asked({ pausedAt: at(30) }), at(70))).toEqual({ opensAt: at(3), closesAt: at(23) });
});

test("on leads one step at a time, never past answers that may still come, and ends", () => {
  expect(() => nextStep(asked(), 3, at(10))).toThrow("game-is-open");
  expect(() => nextStep(asked({ pausedAt: at(10) }), 3, at(30))).toThrow("game-paused");
  expect(nextStep(asked(), 3, at(23))).toEqual({ act: "reveal", stage: "revealed", questionNo: 1 });
  expect(nextStep(asked({ stage: "revealed" }), 3, at(30))).toMatchObject({ stage: "board" });
  expect(nextStep(asked({ stage: "board" }), 3, at(30))).toEqual({ act: "question", stage: "question", questionNo: 2 });
  expect(nextStep(asked({ stage: "board", questionNo: 2 }), 3, at(30))).toMatchObject({ stage: "podium" });
  expect(nextStep(asked({ stage: "podium" }), 3, at(30))).toMatchObject({ act: "end", stage: "over" });
  expect(() => nextStep(asked({ stage: "over" }), 3, at(30))).toThrow("game-over");
});

test("a streak ends with what was wrong and with what was not answered", () => {
  expect(streakOf([0, 1, 2], 2)).toBe(3);
  expect(streakOf([0, 2, 3], 3)).toBe(2);
  expect(streakOf([0, 1], 2)).toBe(0);
  expect(streakOf([], -1)).toBe(0);
});

test("a game that nobody touches ends by its printed time once it has begun; in its lobby it waits two weeks", () => {
  expect(abandonedAt({ startedAt: at(0), touchedAt: at(60), idleMs: 600_000 })).toEqual(at(660));
  expect(abandonedAt({ startedAt: null, touchedAt: at(0), idleMs: 600_000 })).toEqual(at(14 * 86_400));
});

test("places are 1-2-2-4: points first, then the time of right answers, never anything else", () => {
  const one = (id: number, milli: number, rightMs: number) => ({ id, milli, right: 1, rightMs });
  const board = placed([one(4, 500, 10), one(1, 900, 50), one(2, 900, 90), one(3, 900, 90)]);
  expect(board.map(({ id, place, gapMilli }) => [id, place, gapMilli])).toEqual([
    [1, 1, null],
    [2, 2, 0],
    [3, 2, 0],
    [4, 4, 400],
  ]);
});

test("a team has the mean of all its members, or what was answered for it; one that nobody joined is on no board", () => {
  const member = (id: number, team: number, milli: number) => ({ id, team, milli, right: 0, rightMs: 1_000 });
  const members = [member(1, 0, 1_000), member(2, 0, 0), member(3, 0, 1_000), member(4, 2, 700)];
  expect(teamStandings("mean", 3, members).map(({ team, size, milli }) => [team, size, milli])).toEqual([
    [0, 3, 667],
    [2, 1, 700],
  ]);
  expect(teamStandings("captain", 3, members)[0]).toMatchObject({ milli: 2_000, rightMs: 3_000 });
  expect(teamStandings("none", 0, members)).toEqual([]);
});
