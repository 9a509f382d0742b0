import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./theme.css", import.meta.url), "utf8");

/** The colour tokens of the first block that follows `opening`. */
function tokensAfter(opening: string): Map<string, string> {
  const from = css.indexOf(opening);
  if (from < 0) throw new Error(`theme.css has no block ${opening}`);
  const block = css.slice(from + opening.length, css.indexOf("}", from));
  return new Map([...block.matchAll(/--color-([a-z-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1] ?? "", m[2] ?? ""]));
}

const light = tokensAfter("@theme static {");
const dark = tokensAfter(':root[data-theme="dark"] {');
const darkBySystem = tokensAfter(':root:not([data-theme="light"]) {');

/** Relative luminance, WCAG 2.2. */
function luminanceOf(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrastOf(theme: Map<string, string>, text: string, ground: string): number {
  const [a, b] = [text, ground].map((token) => {
    const hex = theme.get(token);
    if (hex === undefined) throw new Error(`no token ${token}`);
    return luminanceOf(hex);
  });
  if (a === undefined || b === undefined) throw new Error("two tokens make a pair");
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const grounds = ["paper", "raised", "sunken"];
const words = ["muted", "seal", "gold-ink", "silver-ink", "bronze-ink", "pine", "amber", "indigo"];
const washes = ["seal-wash", "gold-wash", "pine-wash", "amber-wash", "indigo-wash"];

const reading = [...grounds, ...washes].map((ground) => ["ink", ground] as const);
const text = [
  ...words.flatMap((word) => grounds.map((ground) => [word, ground] as const)),
  ...washes.map((wash) => ["muted", wash] as const),
  ...["seal", "pine", "amber", "indigo"].map((word) => [word, `${word}-wash`] as const),
  ["gold-ink", "gold-wash"] as const,
  ["on-seal", "seal"] as const,
  ["on-seal", "seal-pressed"] as const,
  ["paper", "ink"] as const,
];
const shapes = ["edge", "seal", "gold", "silver", "bronze", "pine", "amber", "indigo"].map((shape) => [shape, "paper"] as const);

describe.each([
  ["light", light],
  ["dark", dark],
])("%s theme", (_, theme) => {
  test.each(reading)("reading text %s on %s is AAA", (a, b) => expect(contrastOf(theme, a, b)).toBeGreaterThanOrEqual(7));
  test.each(text)("text %s on %s is AA", (a, b) => expect(contrastOf(theme, a, b)).toBeGreaterThanOrEqual(4.5));
  test.each(shapes)("shape %s on %s is told apart", (a, b) => expect(contrastOf(theme, a, b)).toBeGreaterThanOrEqual(3));
});

test("the dark of the system is the dark of the switch, and covers every coloured token", () => {
  expect(Object.fromEntries(darkBySystem)).toEqual(Object.fromEntries(dark));
  const coloured = [...light.keys()].filter((token) => token !== "white" && token !== "black");
  expect([...dark.keys()].sort()).toEqual(coloured.sort());
  expect(coloured.length).toBeGreaterThan(20);
});
