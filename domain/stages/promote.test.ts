import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Candidate, promote } from "./promote.ts";
import { promotionRulesSchema } from "./promotion-rules.ts";

const one = (subject: number, scoreMilli: number, more: Partial<Candidate> = {}): Candidate => ({
  ...{ subject, scoreMilli, rightCount: 0, totalMs: 0, lastScoringMs: 0, branchId: null, division: null, ...more },
});
const rules = (wishes: object) => promotionRulesSchema.parse(wishes);
const promoted = (candidates: readonly Candidate[], wishes: object) =>
  promote(candidates, rules(wishes))
    .filter(({ kind }) => kind === "promoted")
    .map(({ subject }) => subject);

describe("promotion by the printed rules", () => {
  test("a quota per branch comes first, then the next best fill up to the total; every reason is told", () => {
    const field = [one(1, 90, { branchId: 7 }), one(2, 80, { branchId: 7 }), one(3, 70, { branchId: 7 }), one(4, 10, { branchId: 8 })];
    const rows = promote(field, rules({ perBranch: 1, top: 1, fillTo: 3, reserve: 1 }));
    expect(rows.map(({ subject, kind, rank, why }) => [subject, kind, rank, why])).toEqual([
      [1, "promoted", 1, ["branch", "top"]],
      [2, "promoted", 2, ["fill"]],
      [3, "reserve", 3, []],
      [4, "promoted", 4, ["branch"]],
    ]);
  });

  test("ties at the line: all with the same score, or what else is compared; who are equal in everything go on together", () => {
    const field = [one(1, 90), one(2, 80, { totalMs: 5 }), one(3, 80, { totalMs: 9 }), one(4, 80, { totalMs: 5 }), one(5, 70)];
    expect(promoted(field, { top: 2, ties: "order" })).toEqual([1, 2, 4]);
    expect(promoted(field, { top: 2, ties: "all" })).toEqual([1, 2, 4, 3]);
  });

  test("nobody below the least score goes on, not even by a quota", () => {
    const field = [one(1, 90, { branchId: 7 }), one(2, 50, { branchId: 8 })];
    expect(promoted(field, { perBranch: 1, minScore: 60 })).toEqual([1]);
  });

  test("the order in which results come changes nothing, nor do the numbers of those who made them", () => {
    const candidate = fc.record({
      ...{ scoreMilli: fc.nat(6), rightCount: fc.nat(2), totalMs: fc.nat(2), lastScoringMs: fc.nat(1) },
      ...{ branchId: fc.constantFrom(null, 1, 2), division: fc.constantFrom(null, "甲", "乙") },
    });
    const wishes = fc.record({
      ...{ perBranch: fc.nat(2), perDivision: fc.nat(2), top: fc.nat(3), fillTo: fc.integer({ min: 1, max: 6 }), reserve: fc.nat(2) },
      ties: fc.constantFrom("all", "order"),
    });
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 12 }), wishes, (list, wished) => {
        const field = list.map((fields, at) => ({ ...fields, subject: at }));
        const other = field.map((fields) => ({ ...fields, subject: 100 - fields.subject })).reverse();
        const told = (rows: ReturnType<typeof promote>, name: (subject: number) => number) =>
          rows.map((row) => ({ ...row, subject: name(row.subject) })).sort((a, b) => a.subject - b.subject);
        expect(told(promote(other, rules(wished)), (subject) => 100 - subject)).toEqual(
          told(promote(field, rules(wished)), (subject) => subject),
        );
      }),
    );
  });
});
