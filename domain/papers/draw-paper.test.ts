import fc from "fast-check";
import { expect, test } from "vitest";
import { blueprintSchema } from "#domain/contests/rules.ts";
import { drawPaper, shortagesOf } from "./draw-paper.ts";
import { lineTakes, type PoolQuestion, poolIndexOf } from "./pool-index.ts";

const CATEGORIES = ["law", "law/civil", "law/civil/family", "history", "lawn"];
const question = (id: number, category: string, difficulty = 3, kind: PoolQuestion["kind"] = "single"): PoolQuestion => ({
  versionId: 1_000 + id,
  questionId: id,
  category,
  kind,
  difficulty,
});

const pools = fc
  .array(
    fc.record({
      category: fc.constantFrom(...CATEGORIES),
      difficulty: fc.integer({ min: 1, max: 5 }),
      kind: fc.constantFrom("single" as const, "fill" as const),
    }),
    { maxLength: 40 },
  )
  .map((rows) => rows.map((row, id) => question(id, row.category, row.difficulty, row.kind)));
const blueprints = fc
  .array(
    fc.record({
      category: fc.constantFrom(null, ...CATEGORIES),
      kind: fc.constantFrom(null, "single" as const, "fill" as const),
      difficulty: fc.constantFrom([1, 5], [1, 3], [3, 3], [4, 5]),
      count: fc.integer({ min: 1, max: 6 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((lines) => blueprintSchema.parse(lines));

/** The slow truth: can every seat of every line have a question of its own? (Kuhn, seat by seat.) */
function isFeasible(blueprint: ReturnType<typeof blueprintSchema.parse>, pool: readonly PoolQuestion[]): boolean {
  const seats = blueprint.flatMap((line) => Array.from({ length: line.count }, () => line));
  const holder = new Map<number, number>();
  const seated = (seat: number, tried: Set<number>): boolean =>
    pool.some((candidate) => {
      const line = seats[seat];
      if (!line || tried.has(candidate.questionId) || !lineTakes(line, candidate)) return false;
      tried.add(candidate.questionId);
      const other = holder.get(candidate.questionId);
      if (other !== undefined && !seated(other, tried)) return false;
      holder.set(candidate.questionId, seat);
      return true;
    });
  return seats.every((_, seat) => seated(seat, new Set()));
}

test("whenever a paper is possible it is drawn, with no question twice and each fit for its line; else the save is warned", () => {
  fc.assert(
    fc.property(blueprints, pools, fc.string(), (blueprint, pool, seed) => {
      const shortages = shortagesOf(blueprint, pool);
      expect(shortages.length === 0).toBe(isFeasible(blueprint, pool));
      if (shortages.length > 0) {
        expect(() => drawPaper(blueprint, pool, seed)).toThrow("bank-too-small");
        return;
      }
      const paper = drawPaper(blueprint, pool, seed, "kept");
      const byVersion = new Map(pool.map((row) => [row.versionId, row]));
      expect(new Set(paper.map((item) => item.questionId)).size).toBe(paper.length);
      expect(paper.map((item) => item.line)).toEqual(blueprint.flatMap((line, at) => Array(line.count).fill(at)));
      for (const item of paper) {
        const line = blueprint[item.line];
        const drawn = byVersion.get(item.versionId);
        expect(line && drawn && lineTakes(line, drawn)).toBe(true);
      }
    }),
    { numRuns: 1_000 },
  );
});

test("the same seed draws the same paper, whatever order the pool was read in", () => {
  const pool = Array.from({ length: 60 }, (_, id) => question(id, CATEGORIES[id % 5] ?? "law"));
  const blueprint = blueprintSchema.parse([{ category: "law", count: 5 }, { count: 10 }]);
  const paper = drawPaper(blueprint, pool, "attempt 7");
  expect(drawPaper(blueprint, pool.toReversed(), "attempt 7")).toEqual(paper);
  expect(drawPaper(blueprint, poolIndexOf(pool), "attempt 7")).toEqual(paper);
  expect(drawPaper(blueprint, pool, "attempt 8")).not.toEqual(paper);
});

test("a wide line leaves the narrow line what only it can use", () => {
  const pool = [question(1, "law"), question(2, "law"), question(3, "history")];
  const blueprint = blueprintSchema.parse([{ count: 1 }, { category: "law", count: 2 }]);
  for (let run = 0; run < 50; run += 1) {
    expect(drawPaper(blueprint, pool, `run ${run}`, "kept").map((item) => item.questionId)[0]).toBe(3);
  }
});

test("a category takes its own and what is below it, not a neighbour whose name begins alike", () => {
  const [line] = blueprintSchema.parse([{ category: "law", difficulty: [2, 4], kind: "single", count: 1 }]);
  const takes = (category: string, difficulty = 3, kind: PoolQuestion["kind"] = "single") =>
    line && lineTakes(line, question(1, category, difficulty, kind));
  expect([takes("law"), takes("law/civil/family"), takes("law", 2), takes("law", 4)]).toEqual([true, true, true, true]);
  expect([takes("lawn"), takes("history"), takes("law", 1), takes("law", 5), takes("law", 3, "fill")]).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

test("a shortage says which line is short, what is left for it and what would fit it alone", () => {
  const pool = [question(1, "law"), question(2, "law"), question(3, "history")];
  const blueprint = blueprintSchema.parse([
    { category: "law", count: 2 },
    { category: "law", count: 2 },
    { category: "history", count: 1 },
  ]);
  expect(shortagesOf(blueprint, pool)).toEqual([{ line: 1, wanted: 2, have: 0, fits: 2 }]);
});

test("of two versions of a question only the newer is drawn", () => {
  const pool = [
    { ...question(1, "law"), versionId: 5 },
    { ...question(1, "law"), versionId: 9 },
  ];
  expect(drawPaper(blueprintSchema.parse([{ count: 1 }]), pool, "x").map((item) => item.versionId)).toEqual([9]);
  expect(shortagesOf(blueprintSchema.parse([{ count: 2 }]), pool)).toHaveLength(1);
});

test("every question of a pool has the same chance", () => {
  const pool = Array.from({ length: 10 }, (_, id) => question(id, "law", 1 + (id % 5)));
  const blueprint = blueprintSchema.parse([{ count: 3 }]);
  const seen = pool.map(() => 0);
  for (let run = 0; run < 5_000; run += 1)
    for (const { questionId } of drawPaper(blueprint, pool, `run ${run}`)) seen[questionId] = (seen[questionId] ?? 0) + 1;
  for (const times of seen) expect(Math.abs(times - 1_500)).toBeLessThan(180);
});

test("fifty of a hundred thousand cost a fraction of looking at all of them", () => {
  const began = performance.now();
  const pool = poolIndexOf(Array.from({ length: 100_000 }, (_, id) => question(id, `${CATEGORIES[id % 5]}/${id % 40}`, 1 + (id % 5))));
  // The machine's own measure: on a busy one everything takes longer alike.
  const whole = performance.now() - began;
  const blueprint = blueprintSchema.parse([
    { category: "law", count: 20 },
    { category: "history", count: 10, difficulty: [2, 4] },
    { count: 20 },
  ]);
  const took = Array.from({ length: 40 }, (_, run) => {
    const from = performance.now();
    drawPaper(blueprint, pool, `run ${run}`);
    return performance.now() - from;
  }).sort((a, b) => a - b);
  expect(took[20]).toBeLessThan(whole / 10);
});
