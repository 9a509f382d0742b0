import { describe, expect, test } from "vitest";
import type { BranchFormula } from "#domain/contests/rules.ts";
import { branchBoard, shrunkTowards } from "./branch-board.ts";
import { type BranchFacts, branchTotalsOf, childrenOf } from "./branch-totals.ts";

/** A branch of the county (1) where `scores` took part out of `eligible`; times of a minute each unless told. */
type Given = { eligible: number; scores: number[]; ms?: number };
function county(given: Given[], topN = 5): BranchFacts {
  const ids = given.map((_, at) => at + 2);
  return {
    branches: [{ id: 1, parentId: null }, ...ids.map((id) => ({ id, parentId: 1 }))],
    eligible: given.map(({ eligible }, at) => ({ branchId: at + 2, count: eligible })),
    results: given.flatMap(({ scores, ms = 60_000 }, at) =>
      scores.map((points) => ({ branchId: at + 2, scoreMilli: Math.round(points * 1_000), totalMs: ms })),
    ),
    topN,
  };
}
const times = (count: number, points: number) => Array.from({ length: count }, () => points);
const board = (facts: BranchFacts, formula: BranchFormula = "per_head") =>
  branchBoard({ ...facts, formula, among: childrenOf(facts.branches, 1) });

describe("D5, the worked figures", () => {
  test("μ = 70: 2 people at 95 → 77.1; 40 people at 85 → 83.3", () => {
    const mean = { over: 70_000n, under: 1n };
    const shown = (points: bigint, people: number) => {
      const { over, under } = shrunkTowards(mean, { over: points * 1_000n, under: 1n }, people);
      return (Number(over) / Number(under) / 1_000).toFixed(1);
    };
    expect(shown(95n, 2)).toBe("77.1");
    expect(shown(85n, 40)).toBe("83.3");
  });

  test("per head is participation × mean of those who took part", () => {
    const [row] = board(county([{ eligible: 40, scores: times(30, 80) }])).rows;
    expect(row).toMatchObject({
      rank: 1,
      rawMilli: 60_000,
      adjustedMilli: 60_000,
      shrunk: false,
      eligible: 40,
      participants: 30,
      sumMilli: 2_400_000,
    });
  });

  test.each<[BranchFormula, number[]]>([
    ["per_head", [60_000, 90_000, 20_000]],
    ["mean_participants", [80_000, 90_000, 80_000]],
    ["total", [2_400_000, 3_600_000, 400_000]],
    ["top_n_mean", [80_000, 90_000, 80_000]],
    ["participation", [75_000, 100_000, 25_000]],
  ])("%s", (formula, values) => {
    const { rows } = board(
      county([
        { eligible: 40, scores: times(30, 80) },
        { eligible: 40, scores: times(40, 90) },
        { eligible: 20, scores: times(5, 80) },
      ]),
      formula,
    );
    expect([2, 3, 4].map((id) => rows.find((row) => row.branchId === id)?.adjustedMilli)).toEqual(values);
  });

  test("missing places of the best n count as nothing", () => {
    expect(board(county([{ eligible: 30, scores: [90, 60] }], 5), "top_n_mean").rows[0]?.rawMilli).toBe(30_000);
    expect(board(county([{ eligible: 30, scores: [90, 60, 30] }], 2), "top_n_mean").rows[0]).toMatchObject({
      rawMilli: 75_000,
      top: [90_000, 60_000],
    });
  });
});

describe("small branches", () => {
  test("below twenty a mean is drawn towards the contest's, and both are shown", () => {
    // 19 people at 100 and 100 people at 50: μ = 6900/119.
    const { rows } = board(
      county([
        { eligible: 19, scores: times(19, 100) },
        { eligible: 100, scores: times(100, 50) },
      ]),
    );
    expect(rows[0]).toMatchObject({ branchId: 2, rawMilli: 100_000, shrunk: true, meanMilli: 57_983, adjustedMilli: 91_246 });
    expect(rows[1]).toMatchObject({ branchId: 3, shrunk: false, adjustedMilli: 50_000 });
  });

  test("below three there is no row, but the people count above", () => {
    const facts = county([
      { eligible: 2, scores: [100, 100] },
      { eligible: 30, scores: times(30, 50) },
    ]);
    expect(board(facts)).toMatchObject({ withoutRow: 1, rows: [{ branchId: 3 }] });
    expect(branchTotalsOf(facts).get(1)).toMatchObject({ eligible: 32, participants: 32, sumMilli: 1_700_000 });
  });

  test("nobody came: nothing, whatever the mean", () => {
    const { rows } = board(
      county([
        { eligible: 5, scores: [] },
        { eligible: 30, scores: times(30, 50) },
        { eligible: 5, scores: [1] },
      ]),
    );
    expect(rows.map(({ branchId }) => branchId)).toEqual([3, 4, 2]);
    expect(rows[2]).toMatchObject({ adjustedMilli: 0, shrunk: false });
  });
});

test("ties: higher participation, then lower total time, then the same rank", () => {
  const facts = county([
    { eligible: 20, scores: times(10, 80), ms: 10 },
    { eligible: 20, scores: times(20, 40), ms: 30 },
    { eligible: 20, scores: times(20, 40), ms: 20 },
    { eligible: 20, scores: times(20, 40), ms: 30 },
    { eligible: 20, scores: times(20, 10), ms: 30 },
  ]);
  expect(board(facts).rows.map(({ branchId, rank }) => [branchId, rank])).toEqual([
    [4, 1],
    [3, 2],
    [5, 2],
    [2, 4],
    [6, 5],
  ]);
});

test("a circle of branches is a fault, not an endless walk", () => {
  const branches = [
    { id: 1, parentId: 2 },
    { id: 2, parentId: 1 },
  ];
  expect(() => branchTotalsOf({ branches, eligible: [], results: [], topN: 5 })).toThrow("circle");
});
