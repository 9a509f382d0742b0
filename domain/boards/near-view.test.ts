import fc from "fast-check";
import { expect, test } from "vitest";
import { bandOf, NEIGHBOURS, nearOf, viewOf } from "./near-view.ts";

test("a band says no more than among how many in a hundred", () => {
  expect([1, 10, 11, 25, 26, 50, 75, 76, 100].map((rank) => bandOf(rank, 100))).toEqual([10, 10, 25, 25, 50, 50, 75, 100, 100]);
  expect([1, 2, 3].map((rank) => bandOf(rank, 3))).toEqual([50, 75, 100]);
  expect(bandOf(1, 1)).toBe(100);
});

test("neighbours are at most three before and three after, inside the list, with the own place among them", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(59), (total, at) => {
      const position = at % total;
      const { from, size } = nearOf(position, total);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(from + size).toBeLessThanOrEqual(total);
      expect(position).toBeGreaterThanOrEqual(from);
      expect(position).toBeLessThan(from + size);
      expect(size).toBeLessThanOrEqual(2 * NEIGHBOURS + 1);
    }),
  );
});

test("a contest that says nothing shows its whole board, as it did before", () => {
  expect([viewOf({}), viewOf({ view: "band" })]).toEqual(["full", "band"]);
});
