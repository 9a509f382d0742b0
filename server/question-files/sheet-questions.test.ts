import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ParsedRow } from "#domain/questions/parsed-file.ts";
import { writeXlsx } from "#server/exports/write-table.ts";
import { makeWorkbook } from "#tests/fixtures/make-zip.ts";
import { anyQuestion } from "#tests/world/any-question.ts";
import { readQuestionFile } from "./read-question-file.ts";
import { readQuestions } from "./read-questions.ts";
import { readSheetRow } from "./sheet-row.ts";
import { writeSheetQuestions } from "./write-sheet-questions.ts";

const HEADER = ["题型", "题干", "选项A", "选项B", "选项C", "选项D", "答案", "解析"];
const sheetOf = async (rows: readonly (readonly (string | number)[])[], header: readonly string[] = HEADER) =>
  (await readQuestions({ bytes: await writeXlsx("题库", header, rows), name: "题库.xlsx" })).parsed;
const codesOf = ({ problems }: ParsedRow) => problems.map(({ code, column, line }) => `${code} ${column} ${line}`);

test("an exported workbook reads again to the same questions", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyQuestion, { minLength: 1, maxLength: 12 }), async (questions) => {
      const { bytes, left } = await writeSheetQuestions(questions, true);
      const { parsed } = await readQuestions({ bytes, name: "导出.xlsx" });
      expect(left).toEqual([]);
      expect(parsed.problems).toEqual([]);
      expect(parsed.rows.map(({ draft }) => draft)).toEqual(questions);
      // What the wizard shows and mends reads again by itself.
      expect(parsed.rows.map(({ raw, line }) => readSheetRow(raw as Record<string, string>, line))).toEqual(parsed.rows);
    }),
    { numRuns: 40 },
  );
});

test("a workbook without answers tells none", async () => {
  const questions = fc.sample(anyQuestion, 60);
  const { bytes } = await writeSheetQuestions(questions, false);
  const { parsed } = await readQuestions({ bytes, name: "无答案.xlsx" });
  expect(parsed.rows).toHaveLength(60);
  expect(parsed.rows.filter(({ draft }) => draft && draft.key.kind !== "essay")).toEqual([]);
  expect(parsed.rows.some(({ problems }) => problems.some(({ code }) => code === "answer-missing"))).toBe(true);
});

describe("workbooks as people have them", () => {
  test("a heading above, other names for the columns, any order, columns nobody needs, blank rows", async () => {
    const file = await sheetOf(
      [
        ["序号", "正确答案", "试题内容", "A", "B选项", "Option C", "难易度", "出题人"],
        [],
        [1, "b", "第一问", "甲", "乙", "丙", "较难", "张三"],
        ["", "", "", "", "", "", "", ""],
        [2, "√", "第二问", "", "", "", 2, ""],
      ],
      ["2026 年党史知识题库", "", "", "", "", "", "", ""],
    );
    expect(file.problems).toEqual([]);
    expect(file.rows).toMatchObject([
      {
        line: 4,
        draft: { body: { kind: "single", options: [{ text: "甲" }, { text: "乙" }, { text: "丙" }] }, key: { correct: 1 }, difficulty: 4 },
      },
      { line: 6, draft: { body: { kind: "truefalse" }, key: { correct: true }, difficulty: 2 } },
    ]);
  });

  test("every problem names its row, its column and what would help", async () => {
    const { rows } = await sheetOf([
      ["单选题", "答案超出", "甲", "乙", "", "", "D", ""],
      ["单选题", "", "甲", "乙", "", "", "A", ""],
      ["多选题", "中间空着", "甲", "", "丙", "", "AC", ""],
      ["单选题", "两项一样", "甲", "甲 ", "", "", "A", ""],
      ["", "没有答案", "甲", "乙", "", "", "", ""],
      ["猜谜", "什么题型", "甲", "乙", "", "", "A", ""],
      ["单选题", "以上都对在前", "以上都对", "乙", "", "", "A", ""],
    ]);
    expect(rows.map(codesOf)).toEqual([
      ["answer-beyond 答案 2"],
      ["stem-missing 题干 3"],
      ["option-gap 选项B 4"],
      ["repeated 选项B 5"],
      ["answer-missing 答案 6"],
      ["kind-unknown 题型 7"],
      ["option-refers 选项A 8"],
    ]);
    expect(rows[0]?.problems[0]?.suggestion).toEqual({ code: "answer-within", params: { last: "B" } });
    expect(rows.map(({ draft }) => draft !== null)).toEqual([false, false, false, true, false, false, true]);
  });

  test("rows of one group are one question, wherever they stand", async () => {
    const header = ["题组", "材料", "题型", "题干", "选项A", "选项B", "答案", "分值"];
    const { rows } = await sheetOf(
      [
        ["1", "", "材料题", "一则材料。", "", "", "", ""],
        ["", "", "判断题", "旁的题", "", "", "对", "1"],
        ["1", "", "", "材料说了什么？", "甲", "乙", "A", "2"],
        ["1", "", "", "材料是真的。", "", "", "错", "3分"],
        ["", "另一则材料。", "", "问一", "甲", "乙", "C", ""],
        ["", "另一则材料。", "", "问二", "甲", "乙", "B", ""],
      ],
      header,
    );
    expect(rows.map(({ line, draft }) => [line, draft?.body.kind, draft?.worth])).toEqual([
      [2, "group", 5_000],
      [3, "truefalse", 1_000],
      [6, undefined, undefined],
    ]);
    expect(rows[0]?.draft).toMatchObject({ body: { stem: "一则材料。", parts: [{ kind: "single" }, { kind: "truefalse" }] } });
    expect(rows.map(codesOf)[2]).toEqual(["answer-beyond 答案 6"]);
  });

  test("cells merged downwards, and a formula's value", async () => {
    const text = (place: string, said: string) => `<c r="${place}" t="inlineStr"><is><t>${said}</t></is></c>`;
    const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`;
    const rows = [
      row(
        1,
        ["A1:分类", "B1:题型", "C1:题干", "D1:选项A", "E1:选项B", "F1:答案"]
          .map((cell) => text(...(cell.split(":") as [string, string])))
          .join(""),
      ),
      row(2, text("A2", "党史") + text("B2", "判断题") + text("C2", "问一") + text("F2", "对")),
      row(3, `${text("C3", "问二")}<c r="F3" t="str"><f>IF(1,"错","对")</f><v>错</v></c>`),
      row(4, text("C4", "问三") + text("D4", "甲") + text("E4", "乙") + text("F4", "A")),
    ];
    const merged = '<mergeCells count="2"><mergeCell ref="A2:A4"/><mergeCell ref="B2:B3"/></mergeCells>';
    const bytes = makeWorkbook(rows.join(""), [], merged);
    const { parsed } = await readQuestions({ bytes, name: "合并.xlsx" });
    expect(parsed.rows.map(({ draft }) => [draft?.body.kind, draft?.category, draft?.key])).toEqual([
      ["truefalse", "党史", { kind: "truefalse", correct: true }],
      ["truefalse", "党史", { kind: "truefalse", correct: false }],
      ["single", "党史", { kind: "single", correct: 0 }],
    ]);
  });

  test("a sheet without the columns, without rows", async () => {
    expect(await sheetOf([["甲"]], ["姓名"])).toMatchObject({
      rows: [],
      problems: [{ code: "column-missing" }, { code: "column-missing" }],
    });
    expect(await sheetOf([])).toMatchObject({ rows: [], problems: [{ code: "file-without-questions" }] });
  });

  test("a CSV in GB18030, read in the thread", async () => {
    const bytes = Buffer.from("cce2b8c92cb4f0b0b80d0ab5d8c7f2cac7d4b2b5c42cb6d40d0a", "hex");
    const { format, parsed } = await readQuestionFile({ bytes, name: "题.csv" });
    expect({ format, rows: parsed.rows.map(({ draft }) => [draft?.body.stem, draft?.key]) }).toEqual({
      format: "sheet",
      rows: [["地球是圆的", { kind: "truefalse", correct: true }]],
    });
  });
});
