import fc from "fast-check";
import { expect, test } from "vitest";
import { foldSmall, isTooSmall } from "./fold-small.ts";

const units = (...people: number[]) => people.map((count, at) => ({ id: at + 1, people: count }));

test("two people have no line of their own, three have; nobody is nobody's secret", () => {
  expect([...foldSmall(units(2, 3, 0, 9, 1), 0).folded].toSorted()).toEqual([1, 5]);
  expect([...foldSmall(units(3, 4, 0), 0).folded]).toEqual([]);
});

test("one small unit takes the next smallest with it, so that nobody can subtract", () => {
  expect([...foldSmall(units(9, 2, 5), 0).folded].toSorted()).toEqual([2, 3]);
  expect([...foldSmall(units(9, 2, 5), 1).folded]).toEqual([2]);
  expect([...foldSmall(units(9, 5), 2).folded]).toEqual([2]);
  expect([...foldSmall(units(2), 0).folded]).toEqual([1]);
});

test("whatever the sizes: no shown unit is small, and what is hidden together is not, unless there is nobody else", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(6), { maxLength: 12 }), fc.nat(4), (sizes, own) => {
      const all = units(...sizes);
      const { shown, folded } = foldSmall(all, own);
      expect(shown.size + folded.size).toBe(all.length);
      for (const { id, people } of all) if (shown.has(id)) expect(people === 0 || !isTooSmall(people)).toBe(true);
      const hidden = own + all.filter(({ id }) => folded.has(id)).reduce((sum, { people }) => sum + people, 0);
      const others = all.filter(({ id, people }) => shown.has(id) && people > 0).length;
      if (hidden > 0 && isTooSmall(hidden)) expect(others).toBe(0);
    }),
  );
});
