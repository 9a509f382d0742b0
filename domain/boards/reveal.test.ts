import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareRank, type RankFields, ranked } from "./rank-key.ts";
import { type RevealEntry, revealSteps, stepsToPlace, teamStages } from "./reveal.ts";

const points = (scoreMilli: number): RankFields => ({ scoreMilli, rightCount: 0, totalMs: 0, lastScoringMs: 0 });
const entry = (id: number, before: number | null, ...after: (number | null)[]): RevealEntry<RankFields> => ({
  ...{ id, name: `选手${id}`, branchName: "甲", before: before === null ? null : points(before) },
  after: after.map((score) => (score === null ? null : points(score))),
});
const ceremony = (entries: readonly RevealEntry<RankFields>[], awardPlaces = 3, until?: number) =>
  revealSteps({ entries, compare: compareRank, awardPlaces, ...(until !== undefined && { until }) });
const boardOf = (rows: ReturnType<typeof ceremony>["rows"]) => rows.map(({ id, rank }) => [id, rank]);

const scores = fc.option(fc.integer({ min: 0, max: 6 }), { nil: null, freq: 5 });
const worlds = fc
  .array(fc.tuple(scores, fc.array(scores, { maxLength: 4 })), { maxLength: 24 })
  .map((lines) => lines.map(([before, after], at) => entry(at + 1, before, ...after)));

/** The true board, by the board's own ranking and by nothing of the ceremony. */
function trueBoard(entries: readonly RevealEntry<RankFields>[]) {
  const last = entries.map(({ id, before, after }) => ({ id, standing: after.length === 0 ? before : (after.at(-1) ?? null) }));
  const placed = ranked(last.flatMap(({ id, standing }) => (standing ? [{ id, ...standing }] : [])));
  return [...placed.map(({ id, rank }) => [id, rank]), ...last.filter(({ standing }) => !standing).map(({ id }) => [id, null])];
}

describe("a ceremony (D6)", () => {
  test("a team goes through its members' hidden results in the order in which they ended", () => {
    const sum = (results: readonly number[]) => results.reduce((all, one) => all + one, 0);
    const hidden = [
      { entryId: 2, at: 30, counted: 7 },
      { entryId: 1, at: 10, counted: 5 },
      { entryId: 1, at: 20, counted: 6 },
    ];
    expect(teamStages(new Map([[1, 4]]), hidden, sum)).toEqual([5, 6, 13]);
    expect(teamStages(new Map([[1, 4]]), [], sum)).toEqual([]);
  });

  test("its first state is the frozen board and its last the true one, whatever is hidden: climbs, falls, ties, who comes and who goes", () => {
    fc.assert(
      fc.property(worlds, fc.nat(5), (entries, awards) => {
        const frozen = entries.map(({ after: _after, ...rest }) => ({ ...rest, after: [] }));
        expect(boardOf(ceremony(entries, awards, 0).rows)).toEqual(trueBoard(frozen));
        const { rows } = ceremony(entries, awards);
        expect(boardOf(rows)).toEqual(trueBoard(entries));
        expect(rows.every(({ hidden }) => hidden === 0)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test("a step moves one line and nobody else's standing; what is settled below stays, and an award names the true place", () => {
    fc.assert(
      fc.property(worlds, (entries) => {
        const { steps } = ceremony(entries);
        const final = new Map(trueBoard(entries) as [number, number | null][]);
        for (const [at, { kind, id, to, open }] of steps.entries()) {
          const [before, after] = [ceremony(entries, 3, at).rows, ceremony(entries, 3, at + 1).rows];
          const was = new Map(before.map((row) => [row.id, row.standing]));
          expect(after.filter((row) => row.id !== id && row.standing !== was.get(row.id))).toEqual([]);
          expect(boardOf(after.slice(open)).every(([one, rank]) => final.get(one as number) === rank)).toBe(true);
          if (kind === "award") expect(to).toBe(final.get(id));
        }
        const awarded = steps.filter(({ kind }) => kind === "award").map(({ id }) => id);
        expect([...awarded].sort()).toEqual([...final].flatMap(([id, rank]) => (rank !== null && rank <= 3 ? [id] : [])).sort());
      }),
      { numRuns: 300 },
    );
  });
});

test("from the bottom up: the lowest with something hidden opens one, moves, and whoever is lowest then comes next", () => {
  const entries = [entry(1, 50, 60), entry(2, 40), entry(3, 30, 30, 55), entry(4, 20, 35), entry(5, null, 45)];
  const { steps } = ceremony(entries);
  expect(steps.map(({ kind, id, from, to, open }) => [kind, id, from, to, open])).toEqual([
    ["reveal", 5, null, 2, 5],
    ["reveal", 4, 5, 4, 5],
    ["reveal", 3, 5, 5, 5],
    ["reveal", 3, 5, 1, 5],
    ["award", 5, 3, 3, 2],
    ["reveal", 1, 2, 1, 2],
    ["award", 3, 2, 2, 1],
    ["award", 1, 1, 1, 0],
  ]);
  expect([5, 4, 2, 1, 0].map((place) => stepsToPlace(steps, place))).toEqual([1, 5, 5, 7, 8]);
});

test("who falls is told first, so that no award is taken back", () => {
  const { steps } = ceremony([entry(1, 50, 10), entry(2, 40), entry(3, 30), entry(4, 20, null)], 2);
  expect(steps.map(({ kind, id, to }) => [kind, id, to])).toEqual([
    ["reveal", 4, null],
    ["reveal", 1, 3],
    ["award", 3, 2],
    ["award", 2, 1],
  ]);
});

test("five thousand lines, half of them with something hidden, are one short reckoning", () => {
  const entries = Array.from({ length: 5_000 }, (_, id) => entry(id + 1, (id * 7919) % 5_003, ...(id % 2 ? [(id * 104_729) % 9_001] : [])));
  const startedMs = performance.now();
  expect(ceremony(entries).steps.length).toBeGreaterThan(2_000);
  expect(performance.now() - startedMs).toBeLessThan(1_500);
});
