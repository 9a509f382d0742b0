// Above 150 lines: the laws of the ledger and each round's rule are read together.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRefusal } from "#domain/refusal.ts";
import { type Act, type HallEvent, nextActs } from "./acts.ts";
import { effectsOf, judgeEvent, lastThatCounts, replay } from "./replay.ts";
import { BOWL_PRESETS, hallRulesSchema, neededFor } from "./rules.ts";
import { dueSeat, type HallState, inOrder, isRoundDone, roundOf, type Setup, standingsOf } from "./state.ts";

const source = { from: "bank" as const };
const setupOf = (rounds: object[], seats = [1, 2, 3, 4, 5, 6]): Setup => {
  const rules = hallRulesSchema.parse({ rounds: rounds.map((round) => ({ title: "一轮", source, ...round })) });
  let next = 100;
  const questions = rules.rounds.map((round) => Array.from({ length: neededFor(round, seats.length) + round.spares }, () => next++));
  return { rules, seats, questions };
};

type Said = Act | { kind: "buzz"; seat: number; us?: number; instance?: string; item?: number };

/** A final as it goes: each thing said a second after the one before, unless told when. */
class Played {
  events: HallEvent[] = [];
  atMs = 1_000_000;
  readonly setup: Setup;
  constructor(setup: Setup) {
    this.setup = setup;
  }
  get state(): HallState {
    return replay(this.setup, this.events);
  }
  say(said: Said, afterMs = 1_000): number {
    this.atMs += afterMs;
    const seq = this.events.length + 1;
    const base = { seq, atMs: this.atMs };
    const buzz = { us: this.atMs * 1_000, instance: "a", item: this.state.item?.seq ?? 0 };
    const event = (said.kind === "buzz" ? { ...base, ...buzz, ...said } : { ...base, ...said }) as HallEvent;
    judgeEvent(this.setup, this.events, event);
    this.events.push(event);
    return seq;
  }
  refuses(said: Said, afterMs = 1_000): string {
    try {
      this.say(said, afterMs);
      this.events.pop();
      return "done";
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return error.code;
    } finally {
      this.atMs -= afterMs;
    }
  }
  score(seat: number): number {
    return (standingsOf(this.setup, this.state).find((one) => one.seat === seat)?.score ?? 0) / 1_000;
  }
  place(seat: number): number {
    return standingsOf(this.setup, this.state).find((one) => one.seat === seat)?.place ?? 0;
  }
}

const played = (rounds: object[], seats?: number[]): Played => {
  const final = new Played(setupOf(rounds, seats));
  final.say({ kind: "round" });
  return final;
};

describe("laws of the ledger", () => {
  const rounds = [
    { kind: "individual" },
    { kind: "buzz", items: 3, steal: true },
    { kind: "risk" },
    { kind: "arena" },
    { kind: "extra", places: 6 },
  ];
  const bowl = [
    { kind: "bowl", items: 3, spares: 6, bouncebacks: true },
    { kind: "bowl", items: 1 },
  ];
  const finals = fc.constantFrom(rounds, bowl);
  const chance = fc.array(fc.record({ pick: fc.nat(), seat: fc.integer({ min: 1, max: 4 }), ms: fc.integer({ min: 0, max: 40_000 }) }), {
    minLength: 20,
    maxLength: 90,
  });

  /** Something that may be done in this state, chosen by chance. */
  function sayAny(final: Played, { pick, seat, ms }: { pick: number; seat: number; ms: number }): Said {
    const { state } = final;
    const { item } = state;
    const acts = nextActs(final.setup, state);
    const kind = acts[pick % acts.length];
    if (item && pick % 3 === 0) return { kind: "buzz", seat, us: final.atMs * 1_000 + ms };
    if (pick % 11 === 0) return { kind: "undo", of: lastThatCounts(final.events)?.seq ?? 1 };
    if (kind === "open")
      return { kind, ...(roundOf(final.setup, state)?.kind === "risk" && { value: [10_000, 30_000, 50_000][pick % 3] as number }) };
    if (kind === "mark") return { kind, seat: item?.seat ?? seat, verdict: pick % 2 === 0 ? "right" : "wrong" };
    if (kind === "adjust") return { kind, seat, points: (pick % 41) - 20 };
    if (kind === "ruling") return { kind, of: state.entries[pick % state.entries.length]?.seq ?? 1, points: 5_000 };
    return { kind } as Said;
  }

  const walk = (
    steps: readonly { pick: number; seat: number; ms: number }[],
    of: object[],
  ): { final: Played; effects: ReturnType<typeof effectsOf>[] } => {
    const final = new Played(setupOf(of, [1, 2, 3, 4]));
    const effects: ReturnType<typeof effectsOf>[] = [];
    for (const step of steps) {
      const before = final.state;
      if (final.refuses(sayAny(final, step), step.ms) !== "done") continue;
      final.say(sayAny(final, step), step.ms);
      effects.push(effectsOf(final.setup, before, final.state));
    }
    return { final, effects };
  };

  test("the sum of a ledger's figures is the score, whatever was undone or ruled", () => {
    let lines = 0;
    const bowled = new Set<string>();
    fc.assert(
      fc.property(chance, finals, (steps, of) => {
        const { final, effects } = walk(steps, of);
        lines += effects.length;
        for (const { kind } of final.events) if (kind === "power" || kind === "bonus") bowled.add(kind);
        for (const { seat, score, extra } of standingsOf(final.setup, final.state)) {
          const own = effects.flat().filter((one) => one.seat === seat);
          expect(final.setup.rules.base + own.reduce((sum, { points }) => sum + points, 0)).toBe(score);
          expect(own.reduce((sum, one) => sum + one.extra, 0)).toBe(extra);
        }
      }),
      { numRuns: 60 },
    );
    expect(lines).toBeGreaterThan(600);
    expect(bowled.size).toBe(2);
  });

  test("undoing the last line restores exactly what was before it; undoing that undo, what was after", () => {
    let undone = 0;
    fc.assert(
      fc.property(chance, finals, (steps, of) => {
        const { final } = walk(steps, of);
        while (final.events.length > 0 && final.events.at(-1)?.kind === "undo") final.events.pop();
        const last = final.events.at(-1);
        if (!last) return;
        const [before, after] = [replay(final.setup, final.events.slice(0, -1)), final.state];
        const undo = final.say({ kind: "undo", of: last.seq });
        expect(final.state).toEqual(before);
        final.say({ kind: "undo", of: undo });
        expect(final.state).toEqual(after);
        undone += 1;
      }),
      { numRuns: 60 },
    );
    expect(undone).toBeGreaterThan(30);
  });

  test("nothing is asked twice, and only what may be done next is taken", () => {
    fc.assert(
      fc.property(chance, finals, (steps, of) => {
        const { final } = walk(steps, of);
        const { used } = final.state;
        expect(new Set(used).size).toBe(used.length);
        for (const kind of ["start", "reveal", "open", "unclaimed", "power", "read", "bonus", "finish"] as const)
          if (!nextActs(final.setup, final.state).includes(kind)) expect(final.refuses({ kind })).toBe("hall-not-now");
      }),
      { numRuns: 40 },
    );
  });
});

describe("rounds of turns", () => {
  test("every side once, by seat; right, part and wrong give what the rules say; then the round is over", () => {
    const final = played([{ kind: "individual", right: 10_000, wrong: 0 }, { kind: "consult" }], [1, 2, 3]);
    for (const verdict of ["right", "part", "wrong"] as const) {
      final.say({ kind: "open" });
      final.say({ kind: "start" });
      const seat = final.state.item?.seat ?? 0;
      expect(final.refuses({ kind: "mark", seat: seat === 1 ? 2 : 1, verdict })).toBe("hall-other-side-answers");
      final.say({ kind: "mark", seat, verdict, ...(verdict === "part" && { points: 4_000 }) });
    }
    expect([1, 2, 3].map((seat) => final.score(seat))).toEqual([110, 104, 100]);
    expect(nextActs(final.setup, final.state)).not.toContain("open");
    expect(final.state.used).toEqual([100, 101, 102]);
  });

  test("a skipped question spends no turn and a spare one takes its place; without spares there is none", () => {
    const final = played([{ kind: "individual", spares: 1 }], [1, 2]);
    final.say({ kind: "open" });
    final.say({ kind: "skip" });
    final.say({ kind: "open" });
    expect([final.state.item?.versionId, final.state.item?.seat]).toEqual([101, 1]);
    final.say({ kind: "skip" });
    final.say({ kind: "open" });
    final.say({ kind: "skip" });
    expect(final.refuses({ kind: "open" })).toBe("hall-no-questions");
  });

  test("risk: the value must be one of the round's; all or minus all; who leads, or who trails, begins", () => {
    for (const [order, first] of [
      ["high_first", 2],
      ["low_first", 3],
    ] as const) {
      const final = played([{ kind: "individual" }, { kind: "risk", order }], [1, 2, 3]);
      final.say({ kind: "adjust", seat: 2, points: 20_000 });
      final.say({ kind: "adjust", seat: 3, points: -20_000 });
      final.say({ kind: "round" });
      const round = final.setup.rules.rounds[1];
      expect(round && dueSeat(round, final.state)).toBe(first);
      expect(final.refuses({ kind: "open" })).toBe("hall-no-such-value");
      expect(final.refuses({ kind: "open", value: 20_000 })).toBe("hall-no-such-value");
      final.say({ kind: "open", value: 50_000 });
      final.say({ kind: "start" });
      expect(final.refuses({ kind: "mark", seat: first, verdict: "part", points: 10_000 })).toBe("hall-no-part");
      const before = final.score(first);
      final.say({ kind: "mark", seat: first, verdict: "wrong" });
      expect(final.score(first)).toBe(before - 50);
    }
  });

  test("arena: a side passes once in the round, the next one answers, and its own turn is still to come", () => {
    const final = played([{ kind: "arena" }], [1, 2, 3]);
    final.say({ kind: "open" });
    final.say({ kind: "start" });
    final.say({ kind: "pass" });
    expect([final.state.item?.seat, final.state.item?.stage]).toEqual([2, "shown"]);
    final.say({ kind: "start" });
    final.say({ kind: "mark", seat: 2, verdict: "right" });
    final.say({ kind: "open" });
    expect(final.state.item?.seat).toBe(2);
    final.say({ kind: "pass" });
    final.say({ kind: "pass" });
    expect([final.state.item?.seat, nextActs(final.setup, final.state).includes("pass")]).toEqual([1, false]);
  });
});

describe("the buzzer", () => {
  const begin = (rules: object = {}): Played => {
    const final = played([{ kind: "buzz", items: 3, ...rules }]);
    final.say({ kind: "open" });
    return final;
  };

  test("the first receipt after “begin” answers, whichever was written down first; the margin is theirs to read", () => {
    const final = begin();
    final.say({ kind: "start" });
    final.say({ kind: "buzz", seat: 4, us: 5_000_900 });
    final.say({ kind: "buzz", seat: 2, us: 5_000_250 }, 0);
    expect(final.state.item?.seat).toBe(2);
    expect(inOrder(final.state.item?.buzzes ?? []).map(({ seat, us }) => [seat, us])).toEqual([
      [2, 5_000_250],
      [4, 5_000_900],
    ]);
    expect(final.refuses({ kind: "buzz", seat: 2 })).toBe("hall-buzzed");
    final.say({ kind: "mark", seat: 2, verdict: "wrong" });
    expect(final.score(2)).toBe(90);
    expect(final.refuses({ kind: "buzz", seat: 5 })).toBe("hall-no-buzz");
  });

  test("received by two processes, whose clocks are not one: the database's order decides", () => {
    const final = begin();
    final.say({ kind: "start" });
    final.say({ kind: "buzz", seat: 4, us: 900, instance: "a" });
    final.say({ kind: "buzz", seat: 2, us: 100, instance: "b" }, 0);
    expect(final.state.item?.seat).toBe(4);
  });

  test("early: minus, and double the second time in the whole final; the question stays open, even to who was early", () => {
    const final = begin();
    final.say({ kind: "buzz", seat: 3 });
    expect([final.score(3), final.refuses({ kind: "buzz", seat: 3 })]).toEqual([90, "hall-buzzed"]);
    final.say({ kind: "start" });
    final.say({ kind: "buzz", seat: 3 });
    final.say({ kind: "mark", seat: 3, verdict: "right" });
    final.say({ kind: "open" });
    final.say({ kind: "buzz", seat: 3 });
    expect(final.score(3)).toBe(80);
    final.say({ kind: "start" });
    final.say({ kind: "buzz", seat: 1 });
    expect(final.state.item?.seat).toBe(1);
  });

  test("early by other rules: loses the question, or the question is void", () => {
    const loses = begin({ early: { minus: 0, losesItem: true } });
    loses.say({ kind: "buzz", seat: 3 });
    loses.say({ kind: "start" });
    expect([loses.refuses({ kind: "buzz", seat: 3 }), loses.score(3)]).toEqual(["hall-out-of-item", 100]);
    const voids = begin({ early: { item: "void" } });
    voids.say({ kind: "buzz", seat: 3 });
    expect([voids.state.item?.stage, voids.state.item?.isVoid, voids.score(3)]).toEqual(["judged", true, 90]);
    expect(voids.refuses({ kind: "buzz", seat: 1 })).toBe("hall-no-buzz");
  });

  test("a press that came after “begin” and was only written down before it is in time, and the other way round early", () => {
    const final = begin();
    final.say({ kind: "buzz", seat: 5 });
    expect(final.score(5)).toBe(90);
    final.say({ kind: "start" }, -20);
    expect([final.state.item?.seat, final.score(5), final.state.offences[5]]).toEqual([5, 100, 0]);
    final.atMs += 1_000;
    final.say({ kind: "buzz", seat: 6 }, -2_000);
    expect([final.state.item?.seat, final.score(6)]).toEqual([5, 90]);
  });

  test("nobody within the window: not before it is over, then the audience's; a press after it is late", () => {
    const final = begin();
    final.say({ kind: "start" });
    expect(final.refuses({ kind: "unclaimed" }, 14_999)).toBe("hall-window-open");
    expect(final.refuses({ kind: "buzz", seat: 1 }, 15_001)).toBe("hall-buzz-late");
    final.say({ kind: "unclaimed" }, 15_000);
    expect([final.state.item?.stage, final.state.item?.isAudience]).toEqual(["audience", true]);
    final.say({ kind: "reveal" });
    final.say({ kind: "open" });
  });

  test("a stopped clock keeps what is left; steal gives the question to who pressed next, then to anybody", () => {
    const final = begin({ steal: true });
    final.say({ kind: "start" });
    final.say({ kind: "stop" }, 5_000);
    expect(final.refuses({ kind: "buzz", seat: 1 }, 60_000)).toBe("hall-buzz-late");
    final.say({ kind: "start" }, 60_000);
    expect(final.refuses({ kind: "buzz", seat: 1 }, 9_999)).toBe("done");
    final.say({ kind: "buzz", seat: 1 });
    final.say({ kind: "buzz", seat: 2 });
    final.say({ kind: "mark", seat: 1, verdict: "wrong" });
    expect(final.state.item?.seat).toBe(2);
    final.say({ kind: "mark", seat: 2, verdict: "wrong" });
    expect([final.state.item?.stage, final.refuses({ kind: "buzz", seat: 1 })]).toEqual(["buzzing", "hall-out-of-item"]);
    final.say({ kind: "buzz", seat: 6 });
    final.say({ kind: "mark", seat: 6, verdict: "right" });
    expect([1, 2, 6].map((seat) => final.score(seat))).toEqual([90, 90, 110]);
  });
});

describe("quiz bowl", () => {
  const begin = (rules: object = {}, seats = [1, 2]): Played => {
    const final = played([{ kind: "bowl", items: 2, spares: 4, ...rules }], seats);
    final.say({ kind: "open" });
    return final;
  };
  const scores = (final: Played) => final.setup.seats.map((seat) => final.score(seat) - 100);
  const answer = (final: Played, seat: number, verdict: "right" | "wrong") => {
    final.say({ kind: "buzz", seat });
    final.say({ kind: "mark", seat, verdict });
  };
  /** A part of the bonus on the stage, answered by its side. */
  const part = (final: Played, verdict: "right" | "wrong") => {
    final.say({ kind: "bonus" });
    final.say({ kind: "mark", seat: final.state.item?.seat ?? 0, verdict });
  };

  test("right before the power mark 15, after it and after the reading 10", () => {
    for (const [said, points] of [
      [[], 15],
      [["power"], 10],
      [["power", "read"], 10],
      [["read"], 10],
    ] as const) {
      const final = begin();
      for (const kind of said) final.say({ kind });
      answer(final, 2, "right");
      expect(scores(final), said.join()).toEqual([0, points]);
    }
  });

  test("the first wrong interrupt costs 5, the second nothing, and neither does a wrong answer after the reading", () => {
    const final = begin({}, [1, 2, 3]);
    answer(final, 1, "wrong");
    expect([final.state.item?.stage, final.state.item?.clock]).toEqual(["buzzing", null]);
    expect(final.refuses({ kind: "buzz", seat: 1 })).toBe("hall-out-of-item");
    answer(final, 2, "wrong");
    expect(nextActs(final.setup, final.state)).not.toContain("unclaimed");
    final.say({ kind: "read" });
    answer(final, 3, "wrong");
    expect([scores(final), final.state.item?.stage, final.state.bonus]).toEqual([[-5, 0, 0], "judged", null]);
    const read = begin();
    read.say({ kind: "read" });
    answer(read, 1, "wrong");
    answer(read, 2, "right");
    expect(scores(read)).toEqual([0, 10]);
  });

  test("a side that lost the race has its one buzz still, and the second side may still have the power", () => {
    const final = begin();
    final.say({ kind: "buzz", seat: 1 });
    final.say({ kind: "buzz", seat: 2 });
    expect(final.state.item?.seat).toBe(1);
    final.say({ kind: "mark", seat: 1, verdict: "wrong" });
    expect(final.state.item?.seat).toBe(null);
    // A press from before the verdict that arrives after it belonged to the race that is over.
    expect(final.refuses({ kind: "buzz", seat: 2 }, -500)).toBe("hall-no-buzz");
    answer(final, 2, "right");
    expect(scores(final)).toEqual([-5, 15]);
  });

  test("receipt decides, not which was written down first: a buzz, the power mark and the end of the reading", () => {
    const race = begin();
    race.say({ kind: "buzz", seat: 1 });
    race.say({ kind: "buzz", seat: 2 }, -10);
    expect(race.state.item?.seat).toBe(2);
    for (const [kind, verdict, inTime, late] of [
      ["power", "right", 10, 15],
      ["read", "wrong", 0, -5],
    ] as const) {
      const before = begin();
      before.say({ kind: "buzz", seat: 1 });
      before.say({ kind }, -10);
      before.say({ kind: "mark", seat: 1, verdict });
      const after = begin();
      after.say({ kind: "buzz", seat: 1 });
      expect(after.refuses({ kind }, 10)).toBe("hall-not-now");
      after.say({ kind: "mark", seat: 1, verdict });
      expect([scores(before)[0], scores(after)[0]]).toEqual([inTime, late]);
    }
  });

  test("nobody within the window after the reading: the tossup is dead, and a press after it is late", () => {
    const final = begin();
    final.say({ kind: "read" });
    expect(final.refuses({ kind: "unclaimed" }, 4_999)).toBe("hall-window-open");
    expect(final.refuses({ kind: "buzz", seat: 1 }, 5_001)).toBe("hall-buzz-late");
    final.say({ kind: "unclaimed" }, 5_000);
    expect([final.state.item?.stage, final.state.item?.isVoid, scores(final)]).toEqual(["judged", false, [0, 0]]);
    expect(nextActs(final.setup, final.state)).toContain("open");
  });

  test("the bonus is whose tossup it was: three parts of 10 before the next tossup, from the questions after the tossups", () => {
    const final = begin();
    answer(final, 2, "right");
    expect(nextActs(final.setup, final.state)).not.toContain("open");
    part(final, "right");
    expect(final.refuses({ kind: "mark", seat: 1, verdict: "right" })).toBe("hall-not-now");
    part(final, "wrong");
    final.say({ kind: "bonus" });
    expect([final.state.item?.part, final.state.item?.number, final.state.item?.versionId]).toEqual([3, 1, 107]);
    expect(final.refuses({ kind: "buzz", seat: 1 })).toBe("hall-no-buzz");
    expect(final.refuses({ kind: "mark", seat: 1, verdict: "right" })).toBe("hall-other-side-answers");
    expect(final.refuses({ kind: "mark", seat: 2, verdict: "part", points: 5_000 })).toBe("hall-no-part");
    final.say({ kind: "start" });
    final.say({ kind: "mark", seat: 2, verdict: "right" });
    expect([scores(final), final.state.bonus]).toEqual([[0, 35], null]);
    expect(nextActs(final.setup, final.state)).toContain("open");
  });

  test("bouncebacks: a missed part goes to the next side by seat, once; without them it is over", () => {
    const final = begin({ ...BOWL_PRESETS.pace }, [1, 2, 3]);
    answer(final, 3, "right");
    final.say({ kind: "bonus" });
    final.say({ kind: "mark", seat: 3, verdict: "wrong" });
    expect(final.state.item?.seat).toBe(1);
    final.say({ kind: "mark", seat: 1, verdict: "right" });
    final.say({ kind: "bonus" });
    final.say({ kind: "mark", seat: 3, verdict: "wrong" });
    final.say({ kind: "mark", seat: 1, verdict: "wrong" });
    expect([final.state.item?.stage, scores(final), final.state.bonus?.asked]).toEqual(["judged", [10, 0, 20], 2]);
  });

  test("a part that is put away is replaced by a spare; where there is none, the bonus goes on without it", () => {
    const final = begin({ spares: 1 });
    answer(final, 1, "right");
    final.say({ kind: "bonus" });
    final.say({ kind: "skip" });
    final.say({ kind: "bonus" });
    expect([final.state.item?.part, final.state.item?.versionId]).toEqual([1, 111]);
    final.say({ kind: "skip" });
    final.say({ kind: "bonus" });
    expect([final.state.item?.part, final.state.item?.versionId]).toEqual([2, 106]);
  });

  test("ACF has no power, PACE no neg and a power of 20", () => {
    const acf = begin(BOWL_PRESETS.acf);
    expect(nextActs(acf.setup, acf.state)).not.toContain("power");
    answer(acf, 1, "wrong");
    answer(acf, 2, "right");
    expect(scores(acf)).toEqual([-5, 10]);
    const pace = begin(BOWL_PRESETS.pace);
    answer(pace, 1, "wrong");
    answer(pace, 2, "right");
    expect(scores(pace)).toEqual([0, 20]);
  });

  test("overtime: who is level for the first place plays three tossups without bonus, then the first change decides", () => {
    const final = begin({ items: 1 }, [1, 2, 3]);
    answer(final, 3, "wrong");
    final.say({ kind: "read" });
    final.say({ kind: "unclaimed" }, 5_000);
    for (const [seat, other] of [
      [1, 2],
      [2, 1],
    ] as const) {
      expect(isRoundDone(final.setup, final.state)).toBe(false);
      final.say({ kind: "open" });
      expect([final.state.item?.among, final.refuses({ kind: "buzz", seat: 3 })]).toEqual([[1, 2], "hall-out-of-item"]);
      answer(final, seat, "right");
      expect([final.state.bonus, final.score(seat) >= final.score(other)]).toEqual([null, true]);
    }
    final.say({ kind: "open" });
    answer(final, 1, "wrong");
    answer(final, 2, "wrong");
    expect([scores(final), isRoundDone(final.setup, final.state)]).toEqual([[10, 15, -5], true]);
    final.say({ kind: "adjust", seat: 1, points: 5_000 });
    // Level after the third: a tossup that nobody has changes nothing, the next one decides.
    final.say({ kind: "open" });
    final.say({ kind: "read" });
    final.say({ kind: "unclaimed" }, 5_000);
    expect(isRoundDone(final.setup, final.state)).toBe(false);
    final.say({ kind: "open" });
    answer(final, 2, "wrong");
    final.say({ kind: "read" });
    final.say({ kind: "unclaimed" }, 5_000);
    expect([scores(final), isRoundDone(final.setup, final.state)]).toEqual([[15, 10, -5], true]);
    expect(nextActs(final.setup, final.state)).not.toContain("open");
  });

  test("one who leads alone after the last tossup has won; without overtime level sides are left level", () => {
    const lead = begin({ items: 1, bonusParts: 0 });
    answer(lead, 1, "right");
    expect([lead.state.bonus, isRoundDone(lead.setup, lead.state)]).toEqual([null, true]);
    const level = begin({ items: 1, overtime: 0 });
    level.say({ kind: "read" });
    level.say({ kind: "unclaimed" }, 5_000);
    expect(isRoundDone(level.setup, level.state)).toBe(true);
  });
});

describe("the end", () => {
  test("sudden death: only who is level within the places plays, and it decides places without points", () => {
    const final = played([{ kind: "individual" }, { kind: "extra", places: 2 }], [1, 2, 3]);
    final.say({ kind: "adjust", seat: 1, points: 50_000 });
    final.say({ kind: "round" });
    final.say({ kind: "open" });
    expect(final.state.item?.among).toEqual([2, 3]);
    final.say({ kind: "start" });
    expect(final.refuses({ kind: "buzz", seat: 1 })).toBe("hall-out-of-item");
    final.say({ kind: "buzz", seat: 3 });
    final.say({ kind: "mark", seat: 3, verdict: "right" });
    expect([1, 2, 3].map((seat) => [final.place(seat), final.score(seat)])).toEqual([
      [1, 150],
      [3, 100],
      [2, 100],
    ]);
    expect(isRoundDone(final.setup, final.state)).toBe(true);
    final.say({ kind: "finish" });
    expect(nextActs(final.setup, final.state)).toEqual(["adjust", "ruling"]);
  });

  test("a ruling changes what a past line gives, however long ago; what later lines stand on is not undone", () => {
    const final = played([{ kind: "individual", wrong: 5_000 }], [1, 2]);
    const open = final.say({ kind: "open" });
    final.say({ kind: "start" });
    const marked = final.say({ kind: "mark", seat: 1, verdict: "wrong" });
    final.say({ kind: "open" });
    expect(final.refuses({ kind: "undo", of: open })).toBe("hall-stands-on-it");
    expect(final.refuses({ kind: "ruling", of: open, points: 1 })).toBe("hall-nothing-to-rule");
    const ruling = final.say({ kind: "ruling", of: marked, points: 10_000 });
    expect(final.score(1)).toBe(110);
    expect(final.refuses({ kind: "undo", of: marked })).toBe("hall-stands-on-it");
    final.say({ kind: "undo", of: ruling });
    expect([final.score(1), final.refuses({ kind: "undo", of: ruling })]).toEqual([95, "hall-nothing-to-undo"]);
  });
});
