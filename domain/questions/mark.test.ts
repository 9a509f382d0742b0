import { describe, expect, test } from "vitest";
import { markOf } from "./mark.ts";
import { type MultipleMode, type QuestionBody, type QuestionKey, questionKeySchema, type Response } from "./question.ts";

const P = 2_000;
const mark = (key: QuestionKey, response: Response, mode: MultipleMode = "all_or_nothing", worth = P) =>
  markOf({ body: { kind: key.kind }, key, response, worth, mode });
const milliOf = (...args: Parameters<typeof mark>) => mark(...args).milli;
const fill = (blanks: string[][], more: object = {}) => questionKeySchema.parse({ kind: "fill", blanks, ...more });
const typed = (...texts: string[]): Response => ({ texts });

describe("D2, the worked figures", () => {
  test.each<[MultipleMode, number[], number]>([
    ["all_or_nothing", [0, 1, 2], P],
    ["all_or_nothing", [0, 1], 0],
    ["all_or_nothing", [0, 1, 2, 3], 0],
    ["partial_no_wrong", [0, 1], 1_333],
    ["partial_no_wrong", [0], 667],
    ["partial_no_wrong", [0, 3], 0],
    ["half_if_missing", [0], P / 2],
    ["half_if_missing", [0, 1, 2], P],
    ["half_if_missing", [0, 1, 3], 0],
    ["per_option", [0, 1, 3], 667],
    ["per_option", [0, 3], 0],
    ["per_option", [3], 0],
    ["per_option", [0, 1, 2], P],
  ])("multiple %s: correct ABC, chosen %j → %i", (mode, picks, milli) => {
    expect(mark({ kind: "multiple", correct: [0, 1, 2] }, { picks }, mode)).toEqual({ milli, right: milli === P });
  });

  test("single and true/false: all or nothing", () => {
    expect(mark({ kind: "single", correct: 2 }, { picks: [2] })).toEqual({ milli: P, right: true });
    expect(mark({ kind: "single", correct: 2 }, { picks: [1] })).toEqual({ milli: 0, right: false });
    expect(milliOf({ kind: "truefalse", correct: false }, { truth: false })).toBe(P);
    expect(milliOf({ kind: "truefalse", correct: false }, { truth: true })).toBe(0);
  });

  test("ordering: exact, or by correct adjacent pairs", () => {
    const order = [2, 0, 1, 3];
    expect(milliOf({ kind: "ordering", order, adjacentPairs: false }, { order })).toBe(P);
    expect(milliOf({ kind: "ordering", order, adjacentPairs: false }, { order: [0, 2, 1, 3] })).toBe(0);
    expect(milliOf({ kind: "ordering", order, adjacentPairs: true }, { order: [3, 2, 0, 1] })).toBe(1_333);
    expect(mark({ kind: "ordering", order, adjacentPairs: true }, { order })).toEqual({ milli: P, right: true });
    expect(milliOf({ kind: "ordering", order, adjacentPairs: false }, { order: [2, 0] })).toBe(0);
  });

  test("matching: by the number of right pairs", () => {
    expect(milliOf({ kind: "matching", pairs: [1, 0, 2] }, { pairs: [1, 2, null] })).toBe(667);
    expect(milliOf({ kind: "matching", pairs: [1, 0, 2] }, { pairs: [1, 0, 2] })).toBe(P);
  });

  test("halves are rounded up, and a rounded-up part is not a right answer", () => {
    expect(mark({ kind: "multiple", correct: [0, 1] }, { picks: [0] }, "half_if_missing", 1)).toEqual({ milli: 1, right: false });
    expect(milliOf({ kind: "multiple", correct: [0, 1] }, { picks: [0] }, "partial_no_wrong", 5)).toBe(3);
  });
});

describe("fill", () => {
  test.each<[string, string]>([
    ["ＡＢＣ１２３", "ABC123"],
    ["  学而　时习  之 ", "学而 时习 之"],
    ["《中华人民共和国宪法》", "“中华人民共和国宪法”"],
    ["「知行合一」", "“知行合一”"],
    ["长\u200b征", "长征"],
    ["it’s", "it's"],
  ])("%j counts as %j", (text, accepted) => {
    expect(milliOf(fill([[accepted]]), typed(text))).toBe(P);
  });

  test("each blank carries its part, or all count only together", () => {
    expect(milliOf(fill([["甲"], ["乙"], ["丙"]]), typed("甲", "错", "丙"))).toBe(1_333);
    expect(milliOf(fill([["甲"], ["乙"]], { allOrNothing: true }), typed("甲", "错"))).toBe(0);
    expect(milliOf(fill([["甲"], ["乙"]]), typed("乙", "甲"))).toBe(0);
  });

  test("in any order, no text earns two blanks and none goes to waste", () => {
    const key = fill([["甲", "乙"], ["甲"]], { anyOrder: true });
    expect(milliOf(key, typed("甲", "乙"))).toBe(P);
    expect(milliOf(key, typed("乙", "甲"))).toBe(P);
    expect(milliOf(key, typed("甲", "甲"))).toBe(P);
    expect(milliOf(key, typed("乙", "乙"))).toBe(P / 2);
    expect(milliOf(fill([["甲"], ["甲"]], { anyOrder: true }), typed("甲", ""))).toBe(P / 2);
  });

  test("contains asks for the accepted text anywhere; an empty text has nothing", () => {
    expect(milliOf(fill([["合一"]], { match: "contains" }), typed("知行合一"))).toBe(P);
    expect(milliOf(fill([["知行合一"]], { match: "contains" }), typed("合一"))).toBe(0);
    expect(milliOf(fill([["甲"]], { match: "contains" }), typed(""))).toBe(0);
  });

  test.each<[string, string, boolean]>([
    ["三十二条", "32条", true],
    ["二〇二四年", "2024年", true],
    ["一千零八", "1008", true],
    ["两万五千里", "25000里", true],
    ["2万5千", "两万五千", false],
    ["3亿", "三亿", true],
    ["十二", "12", true],
    ["百年", "100年", false],
  ])("digits folded: %s is %s: %s", (text, accepted, same) => {
    expect(milliOf(fill([[accepted]], { foldDigits: true }), typed(text)) === P).toBe(same);
    expect(milliOf(fill([[accepted]]), typed(text))).toBe(0);
  });
});

test("a key of another kind than its body is a fault of ours", () => {
  const body: Pick<QuestionBody, "kind"> = { kind: "single" };
  expect(() => markOf({ body, key: { kind: "truefalse", correct: true }, response: null, worth: P, mode: "per_option" })).toThrow(
    "has the key of",
  );
});
