import { describe, expect, test } from "vitest";
import { rankKeyOf } from "#domain/boards/rank-key.ts";
import { chanceOf } from "#domain/chance.ts";
import { contestRulesSchema } from "#domain/contests/rules.ts";
import { causeOf, integrityOf, isLong, mustHandIn, usualIntegrity } from "./absences.ts";
import { sanctioned } from "./sanctions.ts";
import { chanceOfAtLeast, type Mistakes, similarPairs } from "./similar.ts";
import { tooFast } from "./speed.ts";

describe("absences", () => {
  test("rules that say nothing record nothing; a new contest records, unless burdens are to be light", () => {
    expect(integrityOf(contestRulesSchema.parse({ limitMs: 60_000 })).leave).toBe("off");
    expect([usualIntegrity(true).leave, usualIntegrity(false).leave]).toEqual(["off", "record"]);
    expect(usualIntegrity(false).handInAfter).toBeNull();
  });

  test("a cause that is known stays; an unknown one is short below the tolerance, half-open", () => {
    const seen = { hidden: true, cause: "unknown" as const };
    expect(causeOf({ ...seen, lastedMs: 4_999 }, 5_000)).toBe("short");
    expect(causeOf({ ...seen, lastedMs: 5_000 }, 5_000)).toBe("unknown");
    expect(causeOf({ ...seen, cause: "file-picker", lastedMs: 60_000 }, 5_000)).toBe("file-picker");
    expect([isLong({ cause: "unknown", hidden: true }), isLong({ cause: "unknown", hidden: false })]).toEqual([true, false]);
  });

  test("nothing follows from any number of them unless the rules say from which", () => {
    expect(mustHandIn(500, null)).toBe(false);
    expect([mustHandIn(2, 3), mustHandIn(3, 3)]).toEqual([false, true]);
  });
});

describe("speed", () => {
  const answers = (everyMs: number, characters: number, count = 10) =>
    Array.from({ length: count }, (_, at) => ({ atMs: (at + 1) * everyMs, characters }));

  test("five questions of a hundred characters in ten seconds cannot have been read", () => {
    expect(tooFast(answers(2_000, 100, 5))).toEqual({ answers: 5, characters: 500, ms: 10_000, leastMs: 20_000 });
    expect(tooFast(answers(4_000, 100))).toBeNull();
    expect(tooFast(answers(100, 100, 4))).toBeNull();
  });

  test("who reads the whole paper first and then answers all at once is no faster than reading", () => {
    expect(tooFast(answers(100, 100).map(({ atMs, characters }) => ({ atMs: atMs + 60_000, characters })))).toBeNull();
  });

  test("the order in which answers are told changes nothing", () => {
    const some = answers(1_500, 80, 8);
    expect(tooFast(some.toReversed())).toEqual(tooFast(some));
  });
});

/** People who err by chance: each question wrong at a third, one of three wrong options, the first twice as likely. */
function honest(people: number, seed: string, questions = 50): Mistakes[] {
  const chance = chanceOf(seed);
  return Array.from({ length: people }, (_, id) => {
    const wrong = new Map<number, string>();
    for (let question = 0; question < questions; question += 1) {
      if (chance.below(3) === 0) wrong.set(question, ["B", "B", "C", "D"][chance.below(4)] ?? "B");
    }
    return { id, wrong };
  });
}

describe("similar answers", () => {
  test("an honest contest shows nobody, in forty contests of a hundred people", () => {
    for (let at = 0; at < 40; at += 1) expect(similarPairs(honest(100, `honest ${at}`))).toEqual([]);
  });

  test("who copied is found, with the one copied from and no other, whoever comes first", () => {
    const papers = honest(100, "copied");
    const copied = papers.toSorted((a, b) => b.wrong.size - a.wrong.size)[0] ?? { id: -1, wrong: new Map<number, string>() };
    const all = [...papers.slice(0, 60), ...papers.slice(60), { id: 999, wrong: new Map(copied.wrong) }];
    const found = similarPairs(all);
    expect(found.map(({ a, b }) => [a, b])).toEqual([[copied.id, 999]]);
    expect(found[0]?.facts).toMatchObject({ equal: copied.wrong.size, bothWrong: copied.wrong.size, pairs: 5_050 });
    expect(found[0]?.facts.expected).toBeLessThan(copied.wrong.size * 0.6);
    expect(similarPairs(all.toReversed()).map(({ a, b }) => [a, b].toSorted((x, y) => x - y))).toEqual([[copied.id, 999]]);
  });

  test("a mistake that everybody makes alike is nobody's sign", () => {
    const papers = Array.from({ length: 50 }, (_, id) => ({
      id,
      wrong: new Map(Array.from({ length: 20 }, (_q, question) => [question, "B"])),
    }));
    expect(similarPairs(papers)).toEqual([]);
  });

  test("the tail is reckoned exactly", () => {
    expect(chanceOfAtLeast([0.5, 0.5, 0.5], 2)).toBeCloseTo(0.5, 12);
    expect(chanceOfAtLeast([0.1, 0.2], 2)).toBeCloseTo(0.02, 12);
    expect(chanceOfAtLeast([0.3], 0)).toBeCloseTo(1, 12);
  });
});

describe("sanctions", () => {
  const counted = { scoreMilli: 30_000, rightCount: 3, totalMs: 60_000, lastScoringMs: 50_000 };

  test("points come off and never below nothing; disqualified does not count; a warning changes nothing", () => {
    expect(sanctioned(counted, [])).toEqual({ ...counted, counts: true });
    expect(sanctioned(counted, [{ kind: "warning", milli: 0 }])).toEqual({ ...counted, counts: true });
    expect(
      sanctioned(counted, [
        { kind: "points", milli: 10_000 },
        { kind: "points", milli: 5_000 },
      ]).scoreMilli,
    ).toBe(15_000);
    expect(sanctioned(counted, [{ kind: "points", milli: 99_000 }]).scoreMilli).toBe(0);
    expect(sanctioned(counted, [{ kind: "disqualified", milli: 0 }]).counts).toBe(false);
  });

  test("fewer points never stand higher", () => {
    const lower = sanctioned(counted, [{ kind: "points", milli: 1 }]);
    expect(rankKeyOf(lower) < rankKeyOf(counted)).toBe(true);
  });
});
