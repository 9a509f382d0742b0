import fc from "fast-check";
import { expect, test } from "vitest";
import { depthOf, idsOf, isWithin, movedPath, pathOf, wouldCycle } from "./tree.ts";

test("a path names the way from the root", () => {
  expect(pathOf(null, 1)).toBe("/1/");
  expect(pathOf("/1/5/", 9)).toBe("/1/5/9/");
  expect(idsOf("/1/5/9/")).toEqual([1, 5, 9]);
  expect(depthOf("/1/")).toBe(0);
  expect(depthOf("/1/5/9/")).toBe(2);
});

test("5 is not within 55, nor the other way round; everything is within itself", () => {
  expect(isWithin("/1/55/", "/1/5/")).toBe(false);
  expect(isWithin("/1/5/", "/1/55/")).toBe(false);
  expect(isWithin("/1/5/", "/1/5/")).toBe(true);
  expect(isWithin("/1/5/9/", "/1/")).toBe(true);
  expect(isWithin("/1/", "/1/5/")).toBe(false);
});

test("moving rewrites what is inside and nothing else", () => {
  expect(movedPath("/1/5/9/", "/1/5/", "/2/7/")).toBe("/2/7/5/9/");
  expect(movedPath("/1/5/", "/1/5/", null)).toBe("/5/");
  expect(movedPath("/1/55/", "/1/5/", "/2/")).toBe("/1/55/");
});

/** Paths of a random tree: branch n hangs under an earlier one. */
const trees = fc.array(fc.nat(), { minLength: 1, maxLength: 30 }).map((parents) => {
  const paths: string[] = [];
  for (const [id, parent] of parents.entries()) paths.push(pathOf(id === 0 ? null : (paths[parent % id] ?? null), id + 1));
  return paths;
});

test("a move is refused exactly when walking up from the new parent meets the branch; an allowed one keeps everybody's kin", () => {
  fc.assert(
    fc.property(trees, fc.nat(), fc.nat(), (paths, a, b) => {
      const path = paths[a % paths.length] ?? "/1/";
      const toParent = paths[b % paths.length] ?? "/1/";
      const own = idsOf(path).at(-1) ?? 0;
      expect(wouldCycle({ path, toParent })).toBe(idsOf(toParent).includes(own));
      expect(wouldCycle({ path, toParent: null })).toBe(false);
      if (wouldCycle({ path, toParent })) return;
      for (const one of paths) {
        const after = movedPath(one, path, toParent);
        expect(isWithin(after, movedPath(path, path, toParent))).toBe(isWithin(one, path));
        expect(idsOf(after).at(-1)).toBe(idsOf(one).at(-1));
      }
    }),
    { numRuns: 1_000 },
  );
});
