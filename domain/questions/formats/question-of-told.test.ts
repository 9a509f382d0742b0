import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyQuestion } from "#tests/world/any-question.ts";
import { questionOfTold } from "./question-of-told.ts";
import type { Told } from "./told.ts";
import { toldOfQuestion } from "./told-of-question.ts";

const nowhere = () => ({});
const read = (told: Told) => questionOfTold(told, nowhere, () => nowhere);
const keyOf = (told: Partial<Told>) => {
  const { draft, problems } = read({ stem: "题干（　　）", options: [], ...told });
  return draft ? draft.key : problems.map(({ code }) => code);
};
const ABC = ["甲", "乙", "丙", "", "", ""];

test("a question told in words is read again to the same", () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      expect(read(toldOfQuestion(question, true)).draft).toEqual(question);
    }),
    { numRuns: 600 },
  );
});

test("told without answers, nothing of the key is left", () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const { draft } = read(toldOfQuestion(question, false));
      expect(draft === null || draft.key.kind === "essay").toBe(true);
      if (draft?.key.kind === "essay") expect(draft.key.guide).toBe("");
    }),
    { numRuns: 300 },
  );
});

describe("answers as people write them", () => {
  test.each<[string, unknown]>([
    ["B", { kind: "single", correct: 1 }],
    ["ｂ", { kind: "single", correct: 1 }],
    ["（C）", { kind: "single", correct: 2 }],
    ["乙", { kind: "single", correct: 1 }],
    ["B. 乙", { kind: "single", correct: 1 }],
    ["A,C", { kind: "multiple", correct: [0, 2] }],
    ["Ａ、Ｃ", { kind: "multiple", correct: [0, 2] }],
    ["A C", { kind: "multiple", correct: [0, 2] }],
    ["甲；丙", { kind: "multiple", correct: [0, 2] }],
    ["E", ["answer-beyond"]],
    ["戊己", ["answer-not-understood"]],
    ["", ["answer-missing"]],
  ])("a choice: %s", (answer, key) => expect(keyOf({ answer, options: ABC })).toEqual(key));

  test("the kind decides what one letter or several mean", () => {
    expect(keyOf({ kind: "单选题", answer: "AB", options: ABC })).toEqual(["one-answer-only"]);
    expect(keyOf({ kind: "不定项", answer: "A", options: ABC })).toEqual({ kind: "indefinite", correct: [0] });
    expect(keyOf({ kind: "选择题", answer: "ab", options: ABC })).toEqual({ kind: "multiple", correct: [0, 1] });
    expect(keyOf({ kind: "脑筋急转弯", answer: "A", options: ABC })).toEqual(["kind-unknown"]);
    expect(keyOf({ answer: "C", options: ["甲", "", "丙"] })).toEqual(["option-gap"]);
    expect(keyOf({ kind: "判断题", answer: "B", options: ["正确", "错误"] })).toEqual({ kind: "truefalse", correct: false });
  });

  test.each([
    ["正确", true],
    ["√", true],
    ["T", true],
    ["对。", true],
    ["×", false],
    ["错误", false],
    ["FALSE", false],
  ])("a judgement: %s", (answer, correct) => expect(keyOf({ stem: "地球是圆的。", answer })).toEqual({ kind: "truefalse", correct }));

  test.each<[string, string, unknown]>([
    ["甲（　）乙（　）", "（一|壹）（二）", [["一", "壹"], ["二"]]],
    ["甲____乙____", "一；二", [["一"], ["二"]]],
    ["甲__乙____", "（1）一（2）二", [["一"], ["二"]]],
    ["甲____乙____", "一、二", [["一"], ["二"]]],
    ["中国共产党成立于（1）年，会址在（2）。", "（1921）（上海）", [["1921"], ["上海"]]],
  ])("blanks: %s %s", (stem, answer, blanks) => expect(keyOf({ kind: "填空题", stem, answer })).toMatchObject({ kind: "fill", blanks }));

  test("what else a blank's answer says", () => {
    expect(keyOf({ kind: "填空题", stem: "____和____", answer: "（一）（二）乱序匹配，全对得分" })).toMatchObject({
      anyOrder: true,
      allOrNothing: true,
    });
    expect(read({ kind: "填空题", stem: "____和____", answer: "（一）", options: [] }).problems).toMatchObject([
      { severity: "error", code: "blanks-not-in-stem", suggestion: { code: "mark-blanks" } },
    ]);
  });

  test("numbers, order, pairs, short answers and essays", () => {
    expect(keyOf({ stem: "π 约为？", answer: "3.14±0.01" })).toMatchObject({ answers: [{ value: 3.14, tolerance: 0.01 }] });
    expect(keyOf({ kind: "数值题", answer: "１２～１４" })).toMatchObject({ answers: [{ value: 13, tolerance: 1 }] });
    expect(keyOf({ kind: "数值题", answer: "很多" })).toEqual(["answer-not-understood"]);
    expect(keyOf({ kind: "排序题", answer: "C→A→B".replaceAll("→", "、"), options: ABC })).toMatchObject({ order: [2, 0, 1] });
    expect(keyOf({ kind: "连线题", options: ["中国 -> 北京", "法国→巴黎", "-> 罗马"] })).toMatchObject({ kind: "matching" });
    expect(keyOf({ kind: "连线题", options: ["中国 | 巴黎", "法国 | 北京"], answer: "1-B 2-A" })).toMatchObject({ pairs: [1, 0] });
    expect(keyOf({ kind: "简答题", answer: "关键词：民主|民主制；集中" })).toMatchObject({
      keywords: [
        { words: ["民主", "民主制"], percent: 50 },
        { words: ["集中"], percent: 50 },
      ],
    });
    expect(keyOf({ kind: "简答题", answer: "长".repeat(60) })).toMatchObject({ kind: "essay" });
  });
});
