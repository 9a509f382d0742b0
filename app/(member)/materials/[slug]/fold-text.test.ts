import { expect, test } from "vitest";
import { foldText, placesOf } from "./fold-text.ts";

test("finds words whatever their case and width, and keeps places true", () => {
  const text = "支部Ａ组，ABC；ﬁn 😀 支部abc";
  expect(foldText(text).length).toBe(text.length);
  expect(placesOf(foldText(text), "支部")).toEqual([0, text.lastIndexOf("支部")]);
  expect(placesOf(foldText(text), "ａbc")).toEqual([5, text.length - 3]);
  expect(placesOf(foldText(text), "a组")).toEqual([2]);
});

test("nothing is found for nothing, and what overlaps is found once", () => {
  expect(placesOf("aaaa", " ")).toEqual([]);
  expect(placesOf("aaaa", "aa")).toEqual([0, 2]);
});
