import { expect, test } from "vitest";
import { shortcutOf } from "./shortcuts.ts";

const four = { kind: "single" as const, options: 4 };
const press = (key: string, more: Partial<Parameters<typeof shortcutOf>[0]> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  isTyping: false,
  ...more,
});

test.each([
  ["a", { kind: "pick", place: 0 }],
  ["D", { kind: "pick", place: 3 }],
  ["4", { kind: "pick", place: 3 }],
  ["e", null],
  ["5", null],
  ["0", null],
  ["f", { kind: "flag" }],
  ["ArrowLeft", { kind: "previous" }],
  ["ArrowRight", { kind: "next" }],
  ["?", { kind: "keys" }],
  ["Enter", null],
])("%s", (key, wanted) => expect(shortcutOf(press(key), four)).toEqual(wanted));

test("F picks where there is a sixth option", () => {
  expect(shortcutOf(press("f"), { kind: "multiple", options: 6 })).toEqual({ kind: "pick", place: 5 });
});

test("Ctrl+Enter hands in, in a text field too; nothing else works there", () => {
  expect(shortcutOf(press("Enter", { ctrlKey: true, isTyping: true }), four)).toEqual({ kind: "handIn" });
  for (const key of ["a", "1", "f", "?", "ArrowLeft"]) expect(shortcutOf(press(key, { isTyping: true }), four)).toBeNull();
});

test("everything is ignored while an input method composes", () => {
  for (const key of ["a", "1", "Enter", "ArrowLeft"])
    expect(shortcutOf(press(key, { isComposing: true, ctrlKey: key === "Enter" }), four)).toBeNull();
});

test("the browser's own combinations are left alone", () => {
  expect(shortcutOf(press("a", { ctrlKey: true }), four)).toBeNull();
  expect(shortcutOf(press("ArrowLeft", { altKey: true }), four)).toBeNull();
});
