import { describe, expect, test } from "vitest";
import { blueprintSchema } from "#domain/contests/rules.ts";
import { drawRehearsal } from "./draw-rehearsal.ts";
import type { PoolQuestion } from "./pool-index.ts";

const bank = (...kinds: PoolQuestion["kind"][]): PoolQuestion[] =>
  kinds.map((kind, at) => ({ versionId: at + 1, questionId: at + 101, category: "", kind, difficulty: 3 }));
const blueprint = blueprintSchema.parse([
  { kind: "single", count: 2, worth: 3_000 },
  { kind: "truefalse", count: 1, worth: 5_000 },
]);

describe("the paper of a rehearsal", () => {
  test("is as the blueprint asks where the questions go that far", () => {
    const drawn = drawRehearsal(blueprint, bank("single", "truefalse", "single", "fill"), "s", "kept");
    expect(drawn.map(({ worth }) => worth)).toEqual([3_000, 3_000, 5_000]);
    expect(new Set(drawn.map(({ versionId }) => versionId))).toEqual(new Set([1, 2, 3]));
    expect(drawRehearsal(blueprint, bank("single", "truefalse", "single", "fill"), "s", "kept")).toEqual(drawn);
  });

  test("has others, worth as much, in place of what is lacking, and none twice", () => {
    const drawn = drawRehearsal(blueprint, bank("single", "fill", "fill", "fill"), "s", "kept");
    expect(drawn.map(({ worth }) => worth)).toEqual([3_000, 3_000, 5_000]);
    expect(drawn[0]?.versionId).toBe(1);
    expect(new Set(drawn.map(({ versionId }) => versionId)).size).toBe(3);
  });

  test("is shorter where there are no more, and empty without any", () => {
    expect(drawRehearsal(blueprint, bank("fill"), "s", "shuffled")).toEqual([{ versionId: 1, worth: 3_000 }]);
    expect(drawRehearsal(blueprint, [], "s", "shuffled")).toEqual([]);
  });
});
