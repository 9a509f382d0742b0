import { expect, test } from "vitest";
import { readerKeyOf } from "./reader-keys.ts";

const press = { hasModifier: false, isComposing: false, isTyping: false };

test("letters move, search, open the contents and tell the keys", () => {
  expect(["j", "K", "/", "c", "?", "？", "x"].map((key) => readerKeyOf({ ...press, key }))).toEqual([
    "next",
    "previous",
    "find",
    "contents",
    "help",
    "help",
    null,
  ]);
});

test("nothing while an input method composes, while somebody types, or with a modifier", () => {
  for (const held of ["hasModifier", "isComposing", "isTyping"]) expect(readerKeyOf({ ...press, key: "j", [held]: true })).toBeNull();
});
