import { expect, test } from "vitest";
import type { RankFields } from "#domain/boards/rank-key.ts";
import { wrongTeams } from "./kept-team.ts";
import { teamRulesSchema } from "./team-rules.ts";

const result = (scoreMilli: number): RankFields => ({ scoreMilli, rightCount: 1, totalMs: 10, lastScoringMs: 5 });
const PERSONS = new Map([
  [1, result(9_000)],
  [2, result(6_000)],
  [3, result(3_000)],
  [4, result(8_000)],
]);
const rules = (wishes: object) => teamRulesSchema.parse({ min: 1, max: 5, ...wishes });
const TEAM = { teamId: 7, rank: 1, members: 4, played: 3, counted: 2, entryIds: [1, 2, 3] };
const BEST_TWO = { ...TEAM, scoreMilli: 15_000, rightCount: 2, totalMs: 20, lastScoringMs: 5 };
const NONE = { sums: [], places: [] };

test("a kept team follows from its members: the mean, the sum, the best n and the captain's", () => {
  expect(wrongTeams([BEST_TWO], rules({ score: "top_n", topN: 2 }), PERSONS)).toEqual(NONE);
  const all = { ...TEAM, counted: 3, rightCount: 3, totalMs: 30, lastScoringMs: 5 };
  expect(wrongTeams([{ ...all, scoreMilli: 4_500 }], rules({ score: "mean" }), PERSONS)).toEqual(NONE);
  expect(wrongTeams([{ ...all, scoreMilli: 18_000 }], rules({ score: "sum" }), PERSONS)).toEqual(NONE);
  const captain = { ...TEAM, played: 1, counted: 1, entryIds: [2], ...result(6_000) };
  expect(wrongTeams([captain], rules({ play: "captain" }), PERSONS)).toEqual(NONE);
  expect(wrongTeams([], rules({}), PERSONS)).toEqual(NONE);
});

test.each([
  ["its score", { scoreMilli: 15_001 }],
  ["its right answers", { rightCount: 3 }],
  ["its time", { totalMs: 19 }],
  ["how many counted", { counted: 3 }],
  ["how many played", { played: 2 }],
  ["a member's number", { entryIds: [1, 2, 9] }],
  ["the order of its members", { entryIds: [2, 1, 3] }],
  ["all its members", { entryIds: [] }],
])("changed, %s does not follow any more", (_what, change) => {
  expect(wrongTeams([{ ...BEST_TWO, ...change }], rules({ score: "top_n", topN: 2 }), PERSONS).sums).toEqual([7]);
});

test("a place that the figures do not give is wrong; two that are equal share theirs", () => {
  const other = { ...BEST_TWO, teamId: 8 };
  const ruled = rules({ score: "top_n", topN: 2 });
  expect(wrongTeams([BEST_TWO, other], ruled, PERSONS)).toEqual(NONE);
  expect(wrongTeams([BEST_TWO, { ...other, rank: 2 }], ruled, PERSONS)).toEqual({ sums: [], places: [8] });
});
