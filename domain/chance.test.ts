import fc from "fast-check";
import { expect, test } from "vitest";
import { chanceOf, drawnPlaces, shuffled } from "./chance.ts";

test("a seed gives the numbers it has always given", () => {
  const chance = chanceOf("zhixing/attempt/1");
  expect(Array.from({ length: 8 }, () => chance.below(1_000_000))).toEqual([250895, 367156, 671775, 182029, 486358, 292188, 21963, 705662]);
  expect(shuffled([..."知行合一学而时习"], chanceOf("长征")).join("")).toBe("而知合行时习一学");
});

test("a shuffle keeps every member and leaves the list alone", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (list, seed) => {
      const before = [...list];
      const order = shuffled(list, chanceOf(seed));
      expect(list).toEqual(before);
      expect([...order].sort((a, b) => a - b)).toEqual([...list].sort((a, b) => a - b));
      expect(shuffled(list, chanceOf(seed))).toEqual(order);
    }),
    { numRuns: 1_000 },
  );
});

test("drawn places are different, in range and as many as asked", () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), fc.string(), (a, b, seed) => {
      const [count, size] = a < b ? [a, b] : [b, a];
      const places = drawnPlaces(size, count, chanceOf(seed));
      expect(new Set(places).size).toBe(count);
      expect(places.every((place) => place >= 0 && place < size)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test("each order of three comes up about equally often", () => {
  const seen = new Map<string, number>();
  for (let run = 0; run < 6_000; run += 1) {
    const order = shuffled(["a", "b", "c"], chanceOf(`run ${run}`)).join("");
    seen.set(order, (seen.get(order) ?? 0) + 1);
  }
  expect(seen.size).toBe(6);
  for (const times of seen.values()) expect(Math.abs(times - 1_000)).toBeLessThan(150);
});

test("a bound that does not divide the range favours no number", () => {
  const chance = chanceOf("fair");
  const low = Array.from({ length: 6_000 }, () => chance.below(3 * 2 ** 30)).filter((drawn) => drawn < 2 ** 30).length;
  expect(Math.abs(low - 2_000)).toBeLessThan(200);
});

test("a bound that is no whole number is a mistake of ours", () => {
  expect(() => chanceOf("x").below(0)).toThrow(RangeError);
  expect(() => drawnPlaces(2, 3, chanceOf("x"))).toThrow(RangeError);
});
