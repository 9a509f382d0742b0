import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "#domain/refusal.ts";
import { chosenOf, drawSections, printedBlueprint, sectionSizes, seedsOf } from "./draw-sections.ts";
import { poolIndexOf } from "./pool-index.ts";
import { sectionsSchema } from "./sections.ts";

const pool = poolIndexOf(
  Array.from({ length: 40 }, (_, at) => ({
    versionId: 100 + at,
    questionId: at + 1,
    category: at % 2 === 0 ? "甲" : "乙",
    kind: at % 4 === 0 ? ("single" as const) : ("multiple" as const),
    difficulty: 1 + (at % 5),
  })),
);
const sections = sectionsSchema.parse([
  {
    title: "必答",
    questions: [
      { questionId: 1, worth: 2_000 },
      { questionId: 2, worth: 3_000 },
    ],
  },
  {
    title: "抽题",
    questions: [{ questionId: 5, worth: 1_000 }],
    lines: [
      { category: "甲", count: 8 },
      { kind: "multiple", count: 6, worth: 500 },
    ],
  },
]);

test("chosen questions are on every paper, in their sections, and never drawn a second time", () => {
  fc.assert(
    fc.property(fc.string(), fc.boolean(), (seed, shuffle) => {
      const paper = drawSections(sections, pool, seedsOf("per_person", seed, 7, shuffle));
      expect(paper.length).toBe(17);
      expect(new Set(paper.map(({ questionId }) => questionId)).size).toBe(17);
      const [first, second] = sectionSizes(sections);
      expect([first, second]).toEqual([2, 15]);
      expect(paper.map(({ line }) => line)).toEqual([...Array(2).fill(0), ...Array(15).fill(1)]);
      const chosen = paper.slice(0, 2).map(({ questionId }) => questionId);
      expect(shuffle ? chosen.toSorted() : chosen).toEqual([1, 2]);
      expect(paper.some(({ questionId, line }) => questionId === 5 && line === 1)).toBe(true);
      expect(paper.reduce((sum, { worth }) => sum + worth, 0)).toBe(2_000 + 3_000 + 1_000 + 8 * 1_000 + 6 * 500);
    }),
    { numRuns: 200 },
  );
});

test("drawn once for a contest, everybody has the same questions; drawn for each person, they differ", () => {
  const ids = (kind: "per_contest" | "per_person", seed: string) =>
    drawSections(sections, pool, seedsOf(kind, seed, 7, true)).map(({ questionId }) => questionId);
  expect(ids("per_contest", "a").toSorted()).toEqual(ids("per_contest", "b").toSorted());
  expect(ids("per_contest", "a")).not.toEqual(ids("per_contest", "b"));
  expect(ids("per_person", "a").toSorted()).not.toEqual(ids("per_person", "b").toSorted());
  expect(ids("per_person", "a")).toEqual(ids("per_person", "a"));
});

test("a chosen question that left the bank is told, and the printed sum is the paper's", () => {
  const gone = sectionsSchema.parse([{ title: "一", questions: [{ questionId: 999, worth: 1_000 }] }]);
  try {
    drawSections(gone, pool, { draw: "x", order: null });
    expect.unreachable();
  } catch (error) {
    expect(isRefusal(error) && error.code).toBe("bank-too-small");
  }
  const printed = printedBlueprint(sections);
  expect(printed.reduce((sum, line) => sum + line.count, 0)).toBe(17);
  expect(printed.reduce((sum, line) => sum + line.count * line.worth, 0)).toBe(17_000);
  expect(chosenOf(sections)).toEqual([1, 2, 5]);
});
