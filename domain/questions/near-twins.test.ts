import fc from "fast-check";
import { expect, test } from "vitest";
import { stemLikeness, TWIN_FROM, twinFinder } from "./near-twins.ts";

test("a stem that differs by a character among many is a twin; another question is not", () => {
  const stems = ["中国共产党第十九次全国代表大会于哪一年在北京召开大会的主题是什么", "我国的根本制度是什么"];
  const find = twinFinder(stems.map((key, id) => ({ id, key })));
  expect(find(stems[1] ?? "")).toEqual({ id: 1, likeness: 10_000 });
  expect(find("中国共产党第十九次全国代表大会于哪一年在北京召开大会的主题是什")).toMatchObject({ id: 0 });
  expect(find("中国共产党第二十次全国代表大会的主题是什么")).toBeNull();
  expect(find(stems[1] ?? "", (id) => id !== 1)).toBeNull();
});

test("runs that many questions share do not hide a twin", () => {
  const entries = Array.from({ length: 400 }, (_, id) => ({ id, key: `下列关于党的建设的说法中正确的一项是第${id}项` }));
  expect(twinFinder(entries)("下列关于党的建设的说法中正确的一项是第217项")).toEqual({ id: 217, likeness: 10_000 });
});

test("finds what comparing every pair finds", () => {
  const key = fc.string({ unit: fc.constantFrom("党", "的", "建", "设", "a"), minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(fc.array(key, { maxLength: 20 }), key, fc.nat(39), (keys, seed, at) => {
      const all = [...keys, seed, seed.slice(0, at) + seed.slice(at + 1)];
      const entries = all.map((entry, id) => ({ id, key: entry }));
      const find = twinFinder(entries);
      for (const asked of all) {
        const best = Math.max(...all.map((entry) => stemLikeness(asked, entry)));
        const found = find(asked);
        expect(found?.likeness ?? 0).toBe(best >= TWIN_FROM ? Math.floor(best * 10_000) : 0);
      }
      const probe = `${seed}的`;
      const best = Math.max(...all.map((entry) => stemLikeness(probe, entry)));
      expect(find(probe) !== null).toBe(best >= TWIN_FROM);
    }),
    { numRuns: 300 },
  );
});
