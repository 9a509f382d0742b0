import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyQuestion } from "#tests/world/any-question.ts";
import { readText } from "./read-text.ts";
import { writeText } from "./write-text.ts";

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const only = (source: string) => {
  const { rows } = readText(source);
  expect(rows).toHaveLength(1);
  return rows[0] as (typeof rows)[number];
};
const keysOf = (source: string) => readText(source).rows.map(({ draft, problems }) => draft?.key ?? problems.map(({ code }) => code));

test("an exported text reads again to the same questions, each also by itself", () => {
  fc.assert(
    fc.property(fc.array(anyQuestion, { minLength: 1, maxLength: 6 }), (questions) => {
      const { rows, problems } = readText(textOf(writeText(questions, true).bytes));
      expect(problems).toEqual([]);
      expect(rows.map(({ draft }) => draft)).toEqual(questions);
      expect(rows.map(({ raw }) => only(raw as string).draft)).toEqual(questions);
    }),
    { numRuns: 200 },
  );
});

test("a line of nothing but spaces inside a text comes back as it was, and none is left behind a question", () => {
  const source = "1．甲？\nA．一\n \n二\nB．三\n【答案】A\n【解析】前\n　　\n后\n　\n2．乙？\nA．一\nB．二\n【答案】B\n";
  const { rows } = readText(source);
  expect(rows[0]?.draft).toMatchObject({ body: { options: [{ text: "一\n \n二" }, { text: "三" }] }, explanation: "前\n　　\n后" });
  expect(rows[0]?.raw).toMatch(/后$/u);
  expect(rows.map(({ raw }) => only(raw as string).draft)).toEqual(rows.map(({ draft }) => draft));
});

test("options on one line or each on its own, in every way of lettering them", () => {
  for (const options of [
    "A. 甲  B. 乙  C. 丙",
    "A．甲\nB．乙\nC．丙",
    "A、甲\tB、乙\tC、丙",
    "(A) 甲\n(B) 乙\n(C) 丙",
    "（A）甲 （B）乙\n（C）丙",
    "　　Ａ．甲\n　　Ｂ．乙\n　　Ｃ．丙",
  ]) {
    expect(only(`1．哪一个？\n${options}\n【答案】B`).draft, options).toMatchObject({
      body: { kind: "single", stem: "哪一个？", options: [{ text: "甲" }, { text: "乙" }, { text: "丙" }] },
      key: { correct: 1 },
    });
  }
});

describe("texts as people have them", () => {
  test("headings tell kinds and worth; numbers begin anew", () => {
    const { rows } = readText(
      "党史知识测试\n\n一、单选题（每题 2 分）\n1. 甲？\nA. 一 B. 二\n答案：A\n2、乙？\nA. 一 B. 二\n答案：B\n解析：因为\n1. 第一\n2. 第二\n二、判断题（每小题1分）\n1. 丙。\n【答案】√【难度】易\n三、填空题\n1．丁是____。\n【答案】（一|壹）\n【出处】《书》",
    );
    expect(rows.map(({ draft }) => [draft?.body.kind, draft?.worth])).toEqual([
      ["single", 2_000],
      ["single", 2_000],
      ["truefalse", 1_000],
      ["fill", null],
    ]);
    expect(rows[1]?.draft?.explanation).toBe("因为\n1. 第一\n2. 第二");
    expect(rows[3]?.draft?.source).toBe("《书》");
  });

  test("the kind in brackets, the answer in the stem, judgements", () => {
    expect(
      keysOf("1.【多选题】选？\nA. 一\nB. 二\nC. 三\n【答案】AC\n2. 首都是（ B ）。\nA. 沪\nB. 京\n3. 地球是圆的。（√）\n4. 没有答案。"),
    ).toEqual([
      { kind: "multiple", correct: [0, 2] },
      { kind: "single", correct: 1 },
      { kind: "truefalse", correct: true },
      ["answer-missing"],
    ]);
  });

  test("a material and its questions", () => {
    const { rows } = readText(
      "1. 【材料题】阅读下面的材料。\n材料第二行。\n（1）说了什么？\nA. 甲\nB. 乙\n【答案】A\n（2）是真的。\n【答案】错\n2. 下一题\nA. 甲 B. 乙\n【答案】B",
    );
    expect(rows[0]?.draft?.body).toMatchObject({
      kind: "group",
      stem: "阅读下面的材料。\n材料第二行。",
      parts: [{ stem: "说了什么？" }, { kind: "truefalse" }],
    });
    expect(rows).toHaveLength(2);
  });

  test("without numbers, parted by blank lines", () => {
    expect(keysOf("甲？\nA. 一\nB. 二\n答案：A\n\n乙。\n答案：对\n\n丙？\nA. 一\nB. 二\n答案：C")).toEqual([
      { kind: "single", correct: 0 },
      { kind: "truefalse", correct: true },
      ["answer-beyond"],
    ]);
  });

  test("every problem has its line", () => {
    const { rows } = readText("1. 甲？\nA. 一\nB. 二\n【答案】D\n\n2. 乙？\nA. 一\nC. 三\n【答案】A");
    expect(rows.flatMap(({ problems }) => problems.map(({ code, line }) => [code, line]))).toEqual([
      ["answer-beyond", 1],
      ["option-gap", 6],
    ]);
  });
});
