import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RANK_CAPS, type RankFields, ranked } from "./rank-key.ts";
import { Standings } from "./standings.ts";

const fields = fc.record({ scoreMilli: fc.nat(3), rightCount: fc.nat(2), totalMs: fc.nat(2), lastScoringMs: fc.nat(1) });
type Change = { member: number; fields: RankFields | null; commits: boolean };
const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({ member: fc.oneof(fc.nat(12), fc.constant(3_000)), fields: fc.option(fields, { freq: 4 }), commits: fc.boolean() }),
  { maxLength: 60 },
);

/** The board made the slow way. */
const naive = (results: ReadonlyMap<number, RankFields>) =>
  ranked([...results].sort(([a], [b]) => a - b).map(([member, one]) => ({ member, ...one })));

describe("against the naive sort", () => {
  test("after any changes, every rank, page and neighbourhood is that of sorting from scratch", () => {
    fc.assert(
      fc.property(changes, fc.nat(12), fc.nat(4), (list, someone, span) => {
        const standings = new Standings();
        const results = new Map<number, RankFields>();
        for (const { member, fields: result, commits } of list) {
          if (result) standings.set(member, result);
          else standings.remove(member);
          if (result) results.set(member, result);
          else results.delete(member);
          if (commits) standings.commit();
        }
        standings.commit();
        const board = naive(results);
        expect(standings.size).toBe(board.length);
        expect(standings.top(1_000)).toEqual(board);
        expect(standings.page(span, 3)).toEqual(board.slice(span, span + 3));
        for (const { member, rank } of board) expect(standings.rankOf(member)).toBe(rank);
        const own = board.findIndex(({ member }) => member === someone);
        expect(standings.neighbours(someone, span)).toEqual(own < 0 ? [] : board.slice(Math.max(0, own - span), own + span + 1));
        const reloaded = new Standings();
        reloaded.load(board);
        expect(reloaded.top(1_000)).toEqual(board);
        reloaded.load(board.toReversed());
        expect(reloaded.top(1_000)).toEqual(board);
      }),
      { numRuns: 1_000 },
    );
  });
});

test("nothing is seen before the commit, and committing nothing changes nothing", () => {
  const standings = new Standings();
  const result = { scoreMilli: 1, rightCount: 1, totalMs: 1, lastScoringMs: 1 };
  standings.set(4, result);
  expect([standings.size, standings.rankOf(4), standings.top(9)]).toEqual([0, null, []]);
  expect(standings.commit()).toBe(1);
  expect([standings.size, standings.rankOf(4), standings.rankOf(5)]).toEqual([1, 1, null]);
  expect(standings.commit()).toBe(0);
});

test("values beyond the caps of the stored key share a rank, as its keys are equal", () => {
  const standings = new Standings();
  const most = {
    scoreMilli: RANK_CAPS.scoreMilli,
    rightCount: RANK_CAPS.rightCount,
    totalMs: RANK_CAPS.totalMs,
    lastScoringMs: RANK_CAPS.lastScoringMs,
  };
  standings.set(0, most);
  standings.set(1, {
    scoreMilli: most.scoreMilli + 5,
    rightCount: most.rightCount + 5,
    totalMs: most.totalMs + 5,
    lastScoringMs: most.lastScoringMs + 5,
  });
  standings.commit();
  expect(standings.top(2)).toEqual([0, 1].map((member) => ({ member, rank: 1, ...most })));
});

test("a member told twice to load is a fault", () => {
  const result = { member: 1, scoreMilli: 1, rightCount: 1, totalMs: 1, lastScoringMs: 1 };
  expect(() => new Standings().load([result, result])).toThrow("twice");
});

test("a million members: five thousand new results and a hundred ranks cost a fraction of putting all in order", () => {
  const standings = new Standings();
  const result = (seed: number) => ({
    scoreMilli: ((seed * 7_919) % 100) * 1_000,
    rightCount: seed % 50,
    totalMs: (seed * 104_729) % 3_600_000,
    lastScoringMs: seed % 86_400_000,
  });
  const everybody = Array.from({ length: 1_000_000 }, (_, member) => ({ member, ...result(member) }));
  const began = performance.now();
  standings.load(everybody);
  // The machine's own measure: on a busy one everything takes longer alike.
  const whole = performance.now() - began;
  const took = Array.from({ length: 5 }, (_, round) => {
    for (let at = 0; at < 5_000; at += 1) standings.set((at * 199 + round) % 1_000_000, result(at * 31 + round));
    const from = performance.now();
    standings.commit();
    return performance.now() - from;
  }).sort((a, b) => a - b);
  expect(took[2]).toBeLessThan(whole / 4);
  const from = performance.now();
  for (let member = 0; member < 1_000_000; member += 10_000) standings.rankOf(member);
  expect(performance.now() - from).toBeLessThan(whole / 4);
});
