import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyQuestion } from "#tests/world/any-question.ts";
import { readGift } from "./read-gift.ts";
import { writeGift } from "./write-gift.ts";

const only = (source: string) => {
  const { rows } = readGift(source);
  expect(rows).toHaveLength(1);
  return rows[0] as (typeof rows)[number];
};
const codes = (source: string) => only(source).problems.map(({ code, line }) => `${code} ${line}`);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test("an exported file reads again to the same questions, each also by itself", () => {
  fc.assert(
    fc.property(fc.array(anyQuestion, { minLength: 1, maxLength: 8 }), (questions) => {
      const { rows, problems } = readGift(textOf(writeGift(questions, true).bytes));
      expect(problems).toEqual([]);
      expect(rows.map(({ draft }) => draft)).toEqual(questions);
      expect(rows.map(({ raw }) => only(raw as string).draft)).toEqual(questions);
    }),
    { numRuns: 150 },
  );
});

test("without answers nothing of the key is left", () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const { draft } = only(textOf(writeGift([question], false).bytes));
      expect(draft === null || (draft.key.kind === "essay" && draft.key.guide === "")).toBe(true);
    }),
    { numRuns: 200 },
  );
});

describe("the grammar", () => {
  test("choices: one right, several with shares, a word left out, feedback, general feedback", () => {
    expect(only("下列哪一个是首都？{~上海 =北京 ~天津}").draft).toMatchObject({
      body: { kind: "single", options: [{ text: "上海" }, { text: "北京" }, { text: "天津" }] },
      key: { kind: "single", correct: 1 },
    });
    expect(only("党的最高领导机关是{~中央纪委#不对 =全国代表大会#答对了}。").draft).toMatchObject({
      body: { stem: "党的最高领导机关是_____。" },
      key: { correct: 1, feedback: ["不对", "答对了"] },
    });
    expect(only("哪两个？{~%50%甲 ~%50%乙 ~%-100%丙####见第一章}").draft).toMatchObject({
      body: { kind: "multiple" },
      key: { correct: [0, 1], weights: [50, 50, -100] },
      explanation: "见第一章",
    });
    expect(only("难题 {~错 ~%50%对一半 =全对}").draft?.key).toEqual({ kind: "single", correct: 2, weights: [0, 50, 100] });
  });

  test("true and false, with what is said after a wrong and a right answer", () => {
    expect(only("地球是圆的。{T}").draft?.key).toEqual({ kind: "truefalse", correct: true });
    expect(only("::名::地球是方的。{FALSE#再想想#正确}").draft).toMatchObject({
      title: "名",
      key: { correct: false, feedback: ["正确", "再想想"] },
    });
  });

  test("short answers with shares and what is said after anything else", () => {
    expect(only("最好的动物？{=青蛙#好 =%50%猫#也行 =%0%*#都不对}").draft?.key).toMatchObject({
      accepted: [
        { text: "青蛙", percent: 100 },
        { text: "猫", percent: 50 },
      ],
      feedback: ["好", "也行", "都不对"],
    });
  });

  test("numbers: a tolerance, a range, several with shares", () => {
    expect(only("哪一年？{#1822:5}").draft?.key).toMatchObject({ answers: [{ value: 1822, tolerance: 5, percent: 100 }] });
    expect(only("π？{#3.12..3.13}。").draft).toMatchObject({
      body: { stem: "π？_____。" },
      key: { answers: [{ value: 3.125, tolerance: 0.005 }] },
    });
    expect(only("哪一年？{#\n=1822:0\n=%50%1822:2#差一点\n~#不对}").draft?.key).toMatchObject({
      answers: [{ tolerance: 0 }, { tolerance: 2, percent: 50 }],
      feedback: ["", "差一点", "不对"],
    });
    expect(codes("哪一年？{#去年}")).toEqual(["number-unreadable 1"]);
  });

  test("matching, with a right side too many; an essay; a description", () => {
    const { draft } = only("配对。{\n=加拿大 -> 渥太华\n=意大利 -> 罗马\n=日本 -> 东京\n= -> 巴黎\n}");
    expect(draft?.body).toMatchObject({ kind: "matching", lefts: ["加拿大", "意大利", "日本"] });
    expect(draft?.body).toHaveProperty("rights.length", 4);
    expect(only("谈谈你的看法。{}").draft?.key).toMatchObject({ kind: "essay" });
    expect(codes("只是一段说明。")).toEqual(["description-skipped 1"]);
  });

  test("escapes, comments, categories, formats, tags", () => {
    const { rows } = readGift(
      "\uFEFF// 第一部分\n$CATEGORY: $course$/top/党史/一大\n\n// [tag:历史]\n// 另一行\n::a\\:b:: 哪个等于 5？{\n ~ \\= 2 + 2\n = \\= 2 + 3 \\#\\{\\}\\\\\n}\n\n[html]<p>第<b>一</b>行</p><p>第二行 &amp; 完</p>{T}",
    );
    expect(rows).toMatchObject([
      {
        line: 6,
        draft: { title: "a:b", category: "党史/一大", tags: ["历史"], body: { options: [{ text: "= 2 + 2" }, { text: "= 2 + 3 #{}\\" }] } },
      },
      { draft: { category: "党史/一大", body: { stem: "第一行\n\n第二行 & 完" } } },
    ]);
  });

  test("what breaks the grammar is told of at its line, and the rest is read", () => {
    const { rows } = readGift("好题{T}\n\n坏题{=甲 ~乙\n\n又一道坏题=甲}\n\n只有一个{~甲}\n\n不满{~%50%甲 ~%25%乙 ~丙}\n\n好题二{F}");
    expect(rows.map(({ line, problems, draft }) => [line, problems.map(({ code }) => code), draft !== null])).toEqual([
      [1, [], true],
      [3, ["braces-unbalanced"], false],
      [5, ["braces-unbalanced"], false],
      [7, ["too-few"], false],
      [9, ["weights-not-whole"], true],
      [11, [], true],
    ]);
  });
});
