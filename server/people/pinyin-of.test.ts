import { expect, test } from "vitest";
import { pinyinOf } from "./pinyin-of.ts";

test.each([
  ["曾一", "zeng yi", "zy"],
  ["单雄信", "shan xiong xin", "sxx"],
  ["尉迟恭", "yu chi gong", "ycg"],
  ["欧阳锋", "ou yang feng", "oyf"],
  ["仇英", "qiu ying", "qy"],
  ["查良镛", "zha liang yong", "zly"],
  ["解晓东", "xie xiao dong", "xxd"],
  ["朴树", "piao shu", "ps"],
  ["吕布", "lv bu", "lb"],
  ["买买提·艾力", "mai mai ti ai li", "mmtal"],
  ["Anna Li", "anna li", "al"],
  ["张三3", "zhang san 3", "zs3"],
  ["", "", ""],
])("%s", (name, full, initials) => {
  expect(pinyinOf(name)).toEqual({ full, initials });
});

test("names sort by how they are said, not by how ICU reads a surname", () => {
  const names = ["张三", "曾一", "单雄信", "重庆生", "安心"];
  const sorted = names.toSorted((a, b) => (pinyinOf(a).full < pinyinOf(b).full ? -1 : 1));
  expect(sorted).toEqual(["安心", "重庆生", "单雄信", "曾一", "张三"]);
});

test("a syllable boundary is a boundary: 西安 sorts before 先", () => {
  expect(pinyinOf("西安").full < pinyinOf("先").full).toBe(true);
});
