import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BRANCH_FORMULAS } from "#domain/contests/rules.ts";
import { branchBoard } from "./branch-board.ts";
import { type BranchFacts, type BranchNode, branchTotalsOf, contestTotalsOf, leavesOf } from "./branch-totals.ts";

/** A random tree: each branch hangs under an earlier one. */
const trees: fc.Arbitrary<BranchFacts> = fc
  .array(fc.record({ parent: fc.nat(), eligible: fc.nat(30), scores: fc.array(fc.nat(100), { maxLength: 30 }) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((rows) => ({
    branches: rows.map(({ parent }, id): BranchNode => ({ id, parentId: id === 0 ? null : parent % id })),
    eligible: rows.map(({ eligible, scores }, branchId) => ({ branchId, count: Math.max(eligible, scores.length) })),
    results: rows.flatMap(({ scores }, branchId) => scores.map((points) => ({ branchId, scoreMilli: points * 1_000, totalMs: points }))),
    topN: 5,
  }));

describe("laws", () => {
  test("the root's totals are the contest's, and the same however the rows come", () => {
    fc.assert(
      fc.property(trees, (facts) => {
        const totals = branchTotalsOf(facts);
        expect(totals.get(0)).toEqual(contestTotalsOf(facts));
        expect(totals.get(0)?.sumMilli).toBe(facts.results.reduce((sum, { scoreMilli }) => sum + scoreMilli, 0));
        const turned = { ...facts, branches: facts.branches.toReversed(), results: facts.results.toReversed() };
        for (const [id, one] of branchTotalsOf(turned)) expect(one).toEqual(totals.get(id));
      }),
      { numRuns: 1_000 },
    );
  });

  test("ranks follow the value; a shrunk value lies between the branch's own and the contest's; small ones are not seen", () => {
    fc.assert(
      fc.property(trees, fc.constantFrom(...BRANCH_FORMULAS), (facts, formula) => {
        const among = leavesOf(facts.branches);
        const { rows, withoutRow } = branchBoard({ ...facts, formula, among });
        expect(rows.length + withoutRow).toBe(among.length);
        for (const row of rows) {
          expect(row.eligible).toBeGreaterThanOrEqual(3);
          expect(row.adjustedMilli).toBeGreaterThanOrEqual(Math.min(row.rawMilli, row.meanMilli) * Number(row.participants > 0));
          expect(row.adjustedMilli).toBeLessThanOrEqual(Math.max(row.rawMilli, row.meanMilli));
          for (const other of rows) if (row.adjustedMilli > other.adjustedMilli) expect(row.rank).toBeLessThan(other.rank);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
