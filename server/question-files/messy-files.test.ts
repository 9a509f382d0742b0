import { describe, expect, test } from "vitest";
import type { ParsedFile } from "#domain/questions/parsed-file.ts";
import { makeWorkbook, textCell } from "#tests/fixtures/make-zip.ts";
import { readQuestions } from "./read-questions.ts";

// The ways of writing that came of two hundred files of every shape people have; each class that once failed stays here.
const HEADER = ["题型", "题干", "选项A", "选项B", "选项C", "选项D", "答案", "解析"];
const sheet = (rows: readonly (readonly string[])[]) =>
  makeWorkbook(
    rows
      .map(
        (cells, row) =>
          `<row r="${row + 1}">${cells.map((cell, at) => (cell ? textCell(`${"ABCDEFGHIJ"[at]}${row + 1}`, cell) : "")).join("")}</row>`,
      )
      .join(""),
  );
const readSheet = async (...rows: readonly (readonly string[])[]) => (await readQuestions({ bytes: sheet(rows), name: "题.xlsx" })).parsed;
const keysOf = ({ rows }: ParsedFile) =>
  rows.map(({ draft, problems }) =>
    problems.some(({ severity }) => severity === "error") ? problems.map(({ code }) => code) : draft?.key,
  );
const optionsOf = ({ rows }: ParsedFile) =>
  rows.map(({ draft }) => draft && "options" in draft.body && draft.body.options.map(({ text }) => text));

describe("answers of a choice", () => {
  test.each(["A、C", "ac", "Ａ、Ｃ", "A和C", "AC。", "【AC】", "(AC)", "答案：AC", "选AC", "①③", "A.C", "A、C、"])("%s", async (answer) => {
    expect(keysOf(await readSheet(HEADER, ["多选题", "哪些？", "甲", "乙", "丙", "丁", answer]))).toEqual([
      { kind: "multiple", correct: [0, 2] },
    ]);
  });
});

test.each([
  ...["正确", "√", "✓", "T", "Ｔ", "是", "Y", "（√）", "1", "V", "正确。"].map((word) => [word, true] as const),
  ...["错误", "×", "✗", "F", "FALSE", "否", "x", "0", "╳"].map((word) => [word, false] as const),
])("a judgement: %s", async (word, correct) => {
  expect(keysOf(await readSheet(HEADER, ["判断题", "对吗？", "", "", "", "", word]))).toEqual([{ kind: "truefalse", correct }]);
});

test.each([
  ...["A.甲\nB.乙\nC.丙", "A、甲 B、乙 C、丙", "A.甲B.乙C.丙", "A甲\nB乙\nC丙", "a.甲 b.乙 c.丙", "1.甲\n2.乙\n3.丙", "①甲②乙③丙"],
  ...["甲\n乙\n丙", "甲|乙|丙", "甲；乙；丙", "甲,乙,丙", "甲、乙、丙", "(A)甲 (B)乙 (C)丙"],
])("options in one cell: %j", async (cell) => {
  const file = await readSheet(["序号", "题目", "选项", "正确答案"], ["1", "哪个？", cell, "B"]);
  expect([optionsOf(file), keysOf(file)]).toEqual([[["甲", "乙", "丙"]], [{ kind: "single", correct: 1 }]]);
});

test.each([
  ["类型", "试题", "选项1", "选项2", "选项3", "选项4", "参考答案", "说明"],
  ["题型（必填）", "题干（必填）", "选项 A", "选项 B", "选项 C", "选项 D", "答 案", "解 析"],
  ["题目分类", "题目描述", "答案A", "答案B", "答案C", "答案D", "正确选项", "解析"],
  ["类别", "题干内容", "选项一", "选项二", "选项三", "选项四", "正确答案", ""],
  ["题型名称", "试题正文", "A项", "B项", "C项", "D项", "答案（多选用逗号隔开）", "出处"],
  ["Type", "Question", "Option A", "Option B", "Option C", "Option D", "Answer", "Explanation"],
])("titles: %s, %s …", async (...header) => {
  expect(keysOf(await readSheet(header, ["单选题", "哪个？", "甲", "乙", "丙", "丁", "B"]))).toEqual([{ kind: "single", correct: 1 }]);
});

test("two rows of titles, a heading above and a note below", async () => {
  const file = await readSheet(
    ["党史题库"],
    ["题型", "题干", "选项", "", "", "", "答案", "解析"],
    ["", "", "A", "B", "C", "D"],
    ["单选题", "哪个？", "甲", "乙", "丙", "丁", "D"],
    ["合计：1 题"],
  );
  expect([optionsOf(file), keysOf(file)]).toEqual([[["甲", "乙", "丙", "丁"]], [{ kind: "single", correct: 3 }]]);
});

test.each(["（北京）（上海）", "北京；上海", "1.北京 2.上海", "①北京②上海", "（1）北京（2）上海", "北京/上海", "北京|上海", "北京\n上海"])(
  "two blanks: %j",
  async (answer) => {
    const [key] = keysOf(await readSheet(HEADER, ["填空题", "首都是____，魔都是____。", "", "", "", "", answer]));
    expect(key).toMatchObject({ kind: "fill", blanks: [["北京"], ["上海"]] });
  },
);

test.each(["答案：B", "答：B", "答案 B", "参考答案：B。", "标准答案：（B）", "[答案]B", "【正确答案】 B"])(
  "in a text: %s",
  async (line) => {
    const { parsed } = await readQuestions({ text: `1、哪个？\nA、甲\nB、乙\n${line}\n2、哪个呢？\nA、甲\nB、乙\n${line}` });
    expect(keysOf(parsed)).toEqual([
      { kind: "single", correct: 1 },
      { kind: "single", correct: 1 },
    ]);
  },
);
