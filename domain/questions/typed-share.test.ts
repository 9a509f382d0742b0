import { expect, test } from "vitest";
import { markOf } from "./mark.ts";
import { type QuestionKey, questionKeySchema, type Response } from "./question.ts";
import { figureOf } from "./typed-share.ts";

const key = (raw: object): QuestionKey => questionKeySchema.parse(raw);
const milli = (of: QuestionKey, response: Response) =>
  markOf({ body: { kind: of.kind }, key: of, response, worth: 1_000, mode: "all_or_nothing" }).milli;

test.each([
  ["1921", 1921],
  ["１９２１", 1921],
  ["9,514.8 万", 9514.8],
  ["−3.5", -3.5],
  ["1e3", 1000],
  ["50％", 50],
  [".5", 0.5],
  ["", null],
  ["很多", null],
  ["12 34a56", null],
])("a typed number %s is read as %s", (text, value) => {
  expect(figureOf(text)).toBe(value);
});

test("a number within the tolerance earns its share, of several the most; a decimal's rounding does not decide", () => {
  const pi = key({
    kind: "numeric",
    answers: [
      { value: 0.3, tolerance: 0.1 },
      { value: 0.3, tolerance: 0.5, percent: 50 },
    ],
  });
  expect(milli(pi, { text: "0.2" })).toBe(1_000);
  expect(milli(pi, { text: "0.4" })).toBe(1_000);
  expect(milli(pi, { text: "0.7" })).toBe(500);
  expect(milli(pi, { text: "0.81" })).toBe(0);
  expect(milli(key({ kind: "numeric", answers: [{ value: 0 }] }), { text: "0" })).toBe(1_000);
  expect(milli(key({ kind: "numeric", answers: [{ value: 0 }] }), { text: "0.0001" })).toBe(0);
});

test("a short answer earns by the whole answer it is or by the points whose words it holds, whichever is more", () => {
  const short = key({
    kind: "short",
    accepted: [{ text: "实事求是*" }, { text: "Seek truth", percent: 60 }],
    keywords: [
      { words: ["调查", "调研"], percent: 40 },
      { words: ["研究"], percent: 30 },
    ],
  });
  expect(milli(short, { text: "　实事求是，是思想路线的核心" })).toBe(1_000);
  expect(milli(short, { text: "SEEK TRUTH" })).toBe(600);
  expect(milli(short, { text: "先调研，后调查" })).toBe(400);
  expect(milli(short, { text: "调查研究" })).toBe(700);
  expect(milli(short, { text: "不知道" })).toBe(0);
  expect(milli(key({ kind: "short", accepted: [{ text: "a.c" }], caseSensitive: true }), { text: "abc" })).toBe(0);
  expect(milli(key({ kind: "short", accepted: [{ text: "5 \\* 3" }] }), { text: "5 * 3" })).toBe(1_000);
});

test("thirds of a mark come to the whole, weights below nothing cost, and nothing goes below nothing", () => {
  const thirds = key({ kind: "multiple", correct: [0, 1, 2], weights: [33.33333, 33.33333, 33.33333, -50] });
  expect(milli(thirds, { picks: [0, 1, 2] })).toBe(1_000);
  expect(milli(thirds, { picks: [0, 1] })).toBe(667);
  expect(milli(thirds, { picks: [0, 3] })).toBe(0);
  expect(milli(key({ kind: "single", correct: 0, weights: [100, 50, 0] }), { picks: [1] })).toBe(500);
});

test("the questions of a group share its mark evenly, half-up", () => {
  const group = key({
    kind: "group",
    parts: [
      { kind: "truefalse", correct: true },
      { kind: "single", correct: 1 },
      { kind: "matching", pairs: [0, 1, 2] },
    ],
  });
  const parts = (third: (number | null)[]): Response => ({ parts: [{ truth: true }, { picks: [0] }, { pairs: third }] });
  expect(milli(group, parts([0, 1, 2]))).toBe(667);
  expect(milli(group, parts([0, null, 1]))).toBe(444);
  expect(milli(group, { parts: [] })).toBe(0);
});
