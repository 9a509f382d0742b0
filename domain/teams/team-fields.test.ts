import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RankFields } from "#domain/boards/rank-key.ts";
import { isFixed, roleForNext } from "./membership.ts";
import { teamResultOf } from "./team-fields.ts";
import { teamRulesSchema } from "./team-rules.ts";

const result = (scoreMilli: number, rightCount = 1, totalMs = 1_000, lastScoringMs = 500): RankFields => ({
  ...{ scoreMilli, rightCount, totalMs, lastScoringMs },
});
const rules = (wishes: object) => teamRulesSchema.parse({ min: 1, max: 5, ...wishes });

describe("the result of a team (D4)", () => {
  test("the mean is over all members, the absent count as nothing, and half a milli-point goes up", () => {
    const team = teamResultOf(rules({ score: "mean" }), [result(10_001), result(10_000)], 2);
    expect(team?.scoreMilli).toBe(10_001);
    expect(teamResultOf(rules({ score: "mean" }), [result(10_000), result(5_000)], 4)?.scoreMilli).toBe(3_750);
  });

  test("the sum is of everybody, the top n of the best n alone, with their right answers and their time", () => {
    const members = [result(3_000, 3, 30, 7), result(9_000, 9, 10, 5), result(6_000, 6, 20, 9)];
    expect(teamResultOf(rules({ score: "sum" }), members, 3)).toEqual({
      ...result(18_000, 18, 60, 9),
      played: 3,
      counted: 3,
      sumMilli: 18_000,
    });
    expect(teamResultOf(rules({ score: "top_n", topN: 2 }), members, 5)).toEqual({
      ...result(15_000, 15, 30, 9),
      played: 3,
      counted: 2,
      sumMilli: 15_000,
    });
  });

  test("the captain's result is the team's, and nobody's is none", () => {
    expect(teamResultOf(rules({ play: "captain" }), [result(7_000, 7, 70, 7)], 3)?.scoreMilli).toBe(7_000);
    expect(teamResultOf(rules({}), [], 3)).toBeNull();
  });

  test("does not depend on the order in which members hand in", () => {
    const one = fc.record({ scoreMilli: fc.nat(9_000), rightCount: fc.nat(9), totalMs: fc.nat(9_000), lastScoringMs: fc.nat(9_000) });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), fc.constantFrom("mean", "sum", "top_n"), (results, score) => {
        const ruled = rules({ score, max: 6 });
        expect(teamResultOf(ruled, [...results].reverse(), 6)).toEqual(teamResultOf(ruled, results, 6));
      }),
    );
  });
});

test("membership is fixed by the opening or by the team's own first attempt, as the rules say (I24)", () => {
  const opensAt = new Date("2026-12-01T01:00:00Z");
  const before = new Date(opensAt.getTime() - 1);
  expect([before, opensAt].map((now) => isFixed({ fixed: "opens" }, { fixedAt: null, opensAt, now }))).toEqual([false, true]);
  expect(isFixed({ fixed: "first-attempt" }, { fixedAt: null, opensAt, now: opensAt })).toBe(false);
  expect(isFixed({ fixed: "first-attempt" }, { fixedAt: opensAt, opensAt, now: opensAt })).toBe(true);
});

test("who comes next is captain, member, substitute, or one too many", () => {
  const ruled = { max: 2, substitutes: 1 };
  const team: { role: "captain" | "member" | "substitute" }[] = [];
  for (const role of ["captain", "member", "substitute"] as const) {
    expect(roleForNext(ruled, team)).toBe(role);
    team.push({ role });
  }
  expect(roleForNext(ruled, team)).toBeNull();
});
