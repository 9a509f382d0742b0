import { expect, test } from "vitest";
import { placeIn } from "./carry-places.ts";
import { paragraphChanges } from "./paragraph-changes.ts";

const blocks = [
  { id: "p1", text: "新加的一段，讲本月的安排。" },
  { id: "p2", text: "每月读一本书，先写下自己的问题，再读正文。" },
  { id: "p3", text: "会后三天内交一页纸，写清楚读懂了什么。" },
];

test("a question stays with its paragraph: where it was, moved, a little changed; with none left it goes to the end", () => {
  expect(placeIn(blocks, { after: "" })).toBe("");
  expect(placeIn(blocks, { after: "p2" })).toBe("p2");
  expect(placeIn(blocks, { after: "p9" })).toBe("");
  expect(placeIn(blocks, { after: "p1", words: "每月读一本书，先写下自己的问题，再读正文。" })).toBe("p2");
  expect(placeIn(blocks, { after: "p1", words: "每月读一本书，先写下问题，再读正文。" })).toBe("p2");
  expect(placeIn(blocks, { after: "p1", words: "这一段删掉了，讲的是别的事情。" })).toBe("");
});

test("wordings are compared paragraph by paragraph: what stayed, changed, went and came", () => {
  const before = "甲段没有变。\n\n乙段讲每月读一本书。\n\n丙段被删掉了。\n\n丁段也没有变。";
  const after = "甲段没有变。\n\n乙段讲每月读两本书。\n\n丁段也没有变。\n\n新的一段。";
  expect(paragraphChanges(before, after).map(({ kind }) => kind)).toEqual(["same", "changed", "removed", "same", "added"]);
  expect(paragraphChanges("", after).map(({ kind }) => kind)).toEqual(["added", "added", "added", "added"]);
  expect(paragraphChanges(after, after).every(({ kind }) => kind === "same")).toBe(true);
});
