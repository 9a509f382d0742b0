import { describe, expect, test } from "vitest";
import { problemsOf } from "./check-question.ts";
import { stemKey } from "./normalise.ts";
import { optionReferenceOf } from "./option-reference.ts";
import { type QuestionBody, type QuestionKey, questionKeySchema } from "./question.ts";

const choice = (kind: "single" | "multiple", ...texts: string[]): QuestionBody => ({
  kind,
  stem: "题干",
  options: texts.map((text) => ({ text })),
});
const fillKey = (...blanks: string[][]) => questionKeySchema.parse({ kind: "fill", blanks });

describe("problems", () => {
  test.each<[string, QuestionBody, QuestionKey, string[]]>([
    ["a sound single", choice("single", "甲", "乙"), { kind: "single", correct: 1 }, []],
    ["a key past the options", choice("single", "甲", "乙"), { kind: "single", correct: 2 }, ["error key key-out-of-range"]],
    ["a key of another kind", choice("single", "甲", "乙"), { kind: "truefalse", correct: true }, ["error key kinds-differ"]],
    ["a sound judgement", { kind: "truefalse", stem: "题干" }, { kind: "truefalse", correct: true }, []],
    ["a multiple with no answer", choice("multiple", "甲", "乙"), { kind: "multiple", correct: [] }, ["error key key-empty"]],
    ["an answer twice", choice("multiple", "甲", "乙", "丙"), { kind: "multiple", correct: [1, 1] }, ["error key key-repeats"]],
    ["everything right", choice("multiple", "甲", "乙"), { kind: "multiple", correct: [0, 1] }, ["warning key every-option-right"]],
    ["the same option typed twice", choice("single", "ＡＢ", " AB"), { kind: "single", correct: 0 }, ["error options.1 repeated"]],
    [
      "a blank in the stem too few",
      { kind: "fill", stem: "知____合一", blanks: 2 },
      fillKey(["行"], ["x"]),
      ["error stem blanks-not-in-stem"],
    ],
    ["a long blank is one blank", { kind: "fill", stem: "知______合一", blanks: 1 }, fillKey(["行"]), []],
    ["a blank without an answer", { kind: "fill", stem: "____和____", blanks: 2 }, fillKey(["行"]), ["error key blanks-without-answer"]],
    [
      "an accepted text nobody can type",
      { kind: "fill", stem: "____", blanks: 1 },
      fillKey(["\u200b"]),
      ["error key.blanks.0.0 accepted-empty"],
    ],
    [
      "an order that leaves one out",
      { kind: "ordering", stem: "x", items: ["甲", "乙", "丙"] },
      { kind: "ordering", order: [0, 1, 1], adjacentPairs: false },
      ["error key key-not-every-item"],
    ],
    [
      "a left without a pair",
      { kind: "matching", stem: "x", lefts: ["甲", "乙"], rights: ["子", "丑"] },
      { kind: "matching", pairs: [0] },
      ["error key key-not-every-left"],
    ],
    [
      "a pair with nothing, rights alike",
      { kind: "matching", stem: "x", lefts: ["甲", "乙"], rights: ["子", "子"] },
      { kind: "matching", pairs: [0, 2] },
      ["error key key-out-of-range", "error rights.1 repeated"],
    ],
  ])("%s", (_, body, key, expected) => {
    expect(problemsOf(body, key).map(({ severity, field, code }) => `${severity} ${field} ${code}`)).toEqual(expected);
  });
});

describe("options that speak of other options", () => {
  test.each([
    "以上都对",
    "以上均不正确",
    "上述三项",
    "均不对",
    "皆是",
    "全部正确",
    "All of the above",
    "None of these",
    "both of the above",
  ])("%s speaks of all", (text) => {
    expect(optionReferenceOf(text)).toEqual({ to: "all" });
  });
  test.each<[string, number[]]>([
    ["A和B", [0, 1]],
    ["Ａ、Ｂ、Ｃ都对", [0, 1, 2]],
    ["AB均正确", [0, 1]],
    ["选项A与选项C", [0, 2]],
    ["Both A and C", [0, 2]],
    ["A, B or D", [0, 1, 3]],
    ["A, B, and C", [0, 1, 2]],
  ])("%s names places %j", (text, places) => {
    expect(optionReferenceOf(text)).toEqual({ to: "places", places });
  });
  test.each(["A股和B股", "AB型", "都江堰", "全国人民代表大会", "均田制", "皆大欢喜", "A/B测试", "全面依法治国", "以人民为中心"])(
    "%s stands for itself",
    (text) => {
      expect(optionReferenceOf(text)).toBeNull();
    },
  );

  test("a pin settles 以上都对; letters need all that they name held", () => {
    const key: QuestionKey = { kind: "single", correct: 0 };
    const body = (pins: (undefined | "last" | "fixed")[], last: string): QuestionBody => ({
      kind: "single",
      stem: "x",
      options: ["甲", "乙", last].map((text, at) => (pins[at] ? { text, pin: pins[at] } : { text })),
    });
    expect(problemsOf(body([], "以上都对"), key)).toEqual([
      { severity: "warning", field: "options.2", code: "option-refers", params: { place: 3 } },
    ]);
    expect(problemsOf(body([undefined, undefined, "last"], "以上都对"), key)).toEqual([]);
    expect(problemsOf(body([undefined, undefined, "last"], "A和B"), key)).toHaveLength(1);
    expect(problemsOf(body(["fixed", "fixed", "fixed"], "A和B"), key)).toEqual([]);
  });
});

test("stems that differ in marks, spaces, width and case are one question", () => {
  expect(stemKey("“三会一课” 指的是什么？")).toBe(stemKey("三会一课指的是什么?"));
  expect(stemKey("ＧＤＰ 是____？")).toBe(stemKey("gdp是"));
  expect(stemKey("第12条")).not.toBe(stemKey("第13条"));
  expect(stemKey("？！")).not.toBe("");
});
