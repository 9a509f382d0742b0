import { expect, test } from "vitest";
import { chanceOf } from "#domain/chance.ts";
import { mergedNote } from "./merged-note.ts";

test("two recorders who both go on writing keep both continuations, the one saved first comes first", () => {
  expect(mergedNote("谈体会。", "谈体会。第二点。", "谈体会。第一点。")).toBe("谈体会。第一点。\n第二点。");
  expect(mergedNote("", "甲", "乙")).toBe("乙\n甲");
});

test("changes at different places both stand", () => {
  expect(mergedNote("一二三四五六", "一二三四五六七", "零一二三四五六")).toBe("零一二三四五六七");
  expect(mergedNote("先学后做，边学边做", "先学后做，边学边干", "首先学后做，边学边做")).toBe("首先学后做，边学边干");
});

test("the same words changed by both are left to a person", () => {
  expect(mergedNote("第一点是学", "第一点是做", "第一点是想")).toBeNull();
  expect(mergedNote("甲乙丙", "甲丙", "甲乙乙丙丁")).not.toBe("甲丙");
});

test("laws: nobody's change undone, one side alone is taken as it is, and what both added is all in it", () => {
  const chance = chanceOf("merge laws");
  const word = () => "甲乙丙丁戊".slice(chance.below(4), 1 + chance.below(5)) || "己";
  for (let round = 0; round < 500; round += 1) {
    const base = word() + word() + word();
    const [mine, theirs] = [`${base}我${word()}`, `${base}他${word()}`];
    expect(mergedNote(base, base, theirs)).toBe(theirs);
    expect(mergedNote(base, mine, base)).toBe(mine);
    expect(mergedNote(base, mine, mine)).toBe(mine);
    const merged = mergedNote(base, mine, theirs) ?? "";
    expect(merged.startsWith(theirs)).toBe(true);
    expect(merged.endsWith(mine.slice(base.length))).toBe(true);
  }
});
