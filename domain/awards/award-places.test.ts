import { describe, expect, test } from "vitest";
import { type Awardable, linesOf, medalsOf, organisationAwards } from "./award-places.ts";
import { awardRulesSchema } from "./award-rules.ts";

const one = (subject: number, scoreMilli: number, division: string | null = null): Awardable => ({
  ...{ subject, scoreMilli, rightCount: 0, totalMs: 0, lastScoringMs: 0, division },
});
const rules = (wishes: object) => awardRulesSchema.parse(wishes);

describe("medals", () => {
  test("by place, by count and by percent lie one after the other; a part of one counts as one", () => {
    const medals = [
      { medal: "gold", by: "place", number: 2 },
      { medal: "silver", by: "count", number: 3 },
      { medal: "bronze", by: "percent", number: 15 },
    ] as const;
    expect(linesOf(medals, 21)).toEqual([2, 5, 9]);
  });

  test("who shares the place at the line gets the better one, and the next kind has fewer", () => {
    const medals = [
      { medal: "gold", by: "count", number: 1 },
      { medal: "silver", by: "count", number: 2 },
    ];
    const won = medalsOf([one(1, 90), one(2, 90), one(3, 80), one(4, 80), one(5, 70)], rules({ medals }));
    expect(won.map(({ subject, medal, rank }) => [subject, medal, rank])).toEqual([
      [1, "gold", 1],
      [2, "gold", 1],
      [3, "silver", 3],
      [4, "silver", 3],
    ]);
  });

  test("every division has its own; who is in none has none", () => {
    const medals = [{ medal: "gold", by: "count", number: 1 }];
    const won = medalsOf([one(1, 90, "甲"), one(2, 80, "乙"), one(3, 99)], rules({ medals, perDivision: true }));
    expect(new Set(won.map(({ subject }) => subject))).toEqual(new Set([1, 2]));
  });

  test("gold stands before silver, each once, and no more than everybody", () => {
    for (const medals of [
      [
        { medal: "silver", by: "count", number: 1 },
        { medal: "gold", by: "count", number: 1 },
      ],
      [
        { medal: "gold", by: "count", number: 1 },
        { medal: "gold", by: "count", number: 1 },
      ],
      [{ medal: "gold", by: "percent", number: 101 }],
    ])
      expect(awardRulesSchema.safeParse({ medals }).success).toBe(false);
  });
});

test("the organisation award goes by the rate of those who took part, as fractions; small branches have none; a tie at the end is for all", () => {
  const branches = [
    { branchId: 1, eligible: 30, participants: 20 },
    { branchId: 2, eligible: 3, participants: 2 },
    { branchId: 3, eligible: 2, participants: 2 },
    { branchId: 4, eligible: 10, participants: 9 },
    { branchId: 5, eligible: 10, participants: 5 },
  ];
  expect(organisationAwards(branches, { percent: 60, most: 2 }).map(({ branchId, rank }) => [branchId, rank])).toEqual([
    [4, 1],
    [1, 2],
    [2, 2],
  ]);
  expect(organisationAwards(branches, null)).toEqual([]);
});
