import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cappedRankFields, compareRank, RANK_CAPS, type RankFields, ranked, rankedPage, rankFieldsOf, rankKeyOf } from "./rank-key.ts";

/** Few values, so that ties of every depth come up; and the caps, beyond which all are one. */
const value = (cap: number) => fc.oneof(fc.nat(3), fc.constantFrom(cap - 1, cap, cap + 1), fc.maxSafeNat());
const rankFields: fc.Arbitrary<RankFields> = fc.record({
  scoreMilli: value(RANK_CAPS.scoreMilli),
  rightCount: value(RANK_CAPS.rightCount),
  totalMs: value(RANK_CAPS.totalMs),
  lastScoringMs: value(RANK_CAPS.lastScoringMs),
});
const close = fc.record({ scoreMilli: fc.nat(2), rightCount: fc.nat(2), totalMs: fc.nat(2), lastScoringMs: fc.nat(1) });
const rows = fc.array(close, { minLength: 1, maxLength: 30 }).map((list) => list.map((fields, id) => ({ ...fields, id })));
const row = (scoreMilli: number, rightCount: number, totalMs: number, lastScoringMs: number): RankFields => ({
  scoreMilli,
  rightCount,
  totalMs,
  lastScoringMs,
});

test("D4.1: score, then number right, then total time, then last scoring answer, then the same rank: 1-2-2-4", () => {
  const list = [
    row(80, 8, 500, 90),
    row(90, 8, 900, 90),
    row(80, 8, 500, 90),
    row(80, 8, 500, 91),
    row(80, 9, 999, 99),
    row(80, 8, 499, 99),
  ];
  expect(
    ranked(list).map(({ rank, ...fields }) => [rank, list.indexOf(list.find((one) => compareRank(one, fields) === 0) as RankFields)]),
  ).toEqual([
    [1, 1],
    [2, 4],
    [3, 5],
    [4, 0],
    [4, 0],
    [6, 3],
  ]);
});

describe("the stored key", () => {
  test("sorts as the comparator does, equal for equal, and gives its fields back", () => {
    fc.assert(
      fc.property(rankFields, rankFields, (a, b) => {
        const [keyA, keyB] = [rankKeyOf(a), rankKeyOf(b)];
        expect(Math.sign(compareRank(cappedRankFields(a), cappedRankFields(b)))).toBe(keyA === keyB ? 0 : keyA > keyB ? -1 : 1);
        expect(keyA).toMatch(/^[0-9a-f]{32}$/);
        expect(rankFieldsOf(keyA)).toEqual(cappedRankFields(a));
      }),
      { numRuns: 2_000 },
    );
  });

  test("is what it has always been, for keys are stored", () => {
    expect(rankKeyOf(row(87_500, 9, 431_250, 1_234_567))).toBe("0000155cc0009fff96b6dfffffed2978");
  });
});

describe("laws (L4)", () => {
  test("the order of the input changes no rank, and ranks are 1 + the number strictly better", () => {
    fc.assert(
      fc.property(rows, fc.integer(), (list, turn) => {
        const places = new Map(ranked(list).map(({ id, rank }) => [id, rank]));
        const rotated = list.map((_, at) => list[(at + Math.abs(turn)) % list.length] as (typeof list)[number]);
        for (const { id, rank } of ranked(rotated.toReversed())) expect(places.get(id)).toBe(rank);
        for (const one of list) expect(places.get(one.id)).toBe(1 + list.filter((other) => compareRank(other, one) < 0).length);
      }),
      { numRuns: 1_000 },
    );
  });

  test("a strictly higher score stands strictly before; removing a lower one moves nobody above", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const all = ranked(list);
        const last = all.at(-1);
        for (const one of all) for (const other of all) if (one.scoreMilli > other.scoreMilli) expect(one.rank).toBeLessThan(other.rank);
        expect(ranked(list.filter(({ id }) => id !== last?.id))).toEqual(all.slice(0, -1));
      }),
      { numRuns: 1_000 },
    );
  });

  test("pages put together are the whole list", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 7 }), (list, size) => {
        const all = ranked(list);
        const pages = all.flatMap((first, from) => {
          if (from % size !== 0) return [];
          const plain = all.slice(from, from + size).map(({ rank: _, ...fields }) => fields);
          return rankedPage(plain, from, 1 + list.filter((other) => compareRank(other, first) < 0).length);
        });
        expect(pages).toEqual(all);
      }),
      { numRuns: 1_000 },
    );
  });

  test("a branch's board is the whole board filtered: same order, ties kept", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const inside = (one: { id: number }) => one.id % 3 === 0;
        expect(ranked(list.filter(inside)).map(({ id }) => id)).toEqual(
          ranked(list)
            .filter(inside)
            .map(({ id }) => id),
        );
      }),
      { numRuns: 1_000 },
    );
  });
});
