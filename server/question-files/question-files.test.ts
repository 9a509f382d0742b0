import { describe, expect, test } from "vitest";
import type { QuestionFormat } from "#domain/questions/parsed-file.ts";
import { makeDocx, paragraph, picture, run, table } from "#tests/fixtures/make-docx.ts";
import { makeZip } from "#tests/fixtures/make-zip.ts";
import { readQuestionFile } from "./read-question-file.ts";
import { readQuestions } from "./read-questions.ts";
import { readRowAgain } from "./read-row-again.ts";

const file = (name: string, text: string, encoding: BufferEncoding = "utf8") => ({ name, bytes: Buffer.from(text, encoding) });
const refusal = async (source: Parameters<typeof readQuestionFile>[0]) =>
  readQuestionFile(source).then(
    () => "was read",
    (error: { code?: string }) => error.code,
  );

test.each<[QuestionFormat, string]>([
  ["text", "1. 甲？\nA. 一\nB. 二\n【答案】A"],
  ["text", "甲？\nA. 一\nB. 二\n答案：A"],
  ["gift", "甲？{=一 ~二}"],
  ["gift", "// 说明\n甲。{T}"],
  [
    "moodle-xml",
    '<?xml version="1.0"?>\n<quiz><question type="truefalse"><questiontext><text>甲。</text></questiontext><answer fraction="100"><text>true</text></answer></question></quiz>',
  ],
  ["aiken", "甲？\nA. 一\nB. 二\nANSWER: A"],
  ["sheet", "题干\t选项A\t选项B\t答案\n甲？\t一\t二\tA\n"],
])("a pasted text is known for %s", async (format, text) => {
  const read = await readQuestions({ text });
  expect(read.format).toBe(format);
  expect(read.parsed.rows).toHaveLength(1);
  expect(read.parsed.rows[0]?.draft).not.toBeNull();
});

test("every encoding people's files are in", async () => {
  const text = "1. 党的生日是哪一天？\r\nA. 七月一日\r\nB. 十月一日\r\n【答案】A\r\n";
  const gb = "312e20b5b3b5c4c9fac8d53f0d0a412e20bcd70d0a422e20d2d20d0aa1beb4f0b0b8a1bf410d0a";
  const files = [
    file("a.txt", text),
    file("a.txt", `\uFEFF${text}`),
    file("a.txt", `\uFEFF${text}`, "utf16le"),
    { name: "a.txt", bytes: Buffer.from(gb, "hex") },
  ];
  for (const source of files) expect((await readQuestions(source)).parsed.rows[0]?.draft?.body).toMatchObject({ kind: "single" });
});

test("a Word file, its pictures with their question", async () => {
  const png = Buffer.from("89504e470d0a1a0a", "hex");
  const bytes = makeDocx({
    body: [
      paragraph(run("1. 图上是谁？") + picture("rP", "图")),
      ...["A. 甲", "B. 乙", "【答案】B"].map((text) => paragraph(run(text))),
      paragraph(run("2. 多选？")),
      ...["A．甲", "B．乙", "C．丙", "答案：AC", "解析：第一行"].map((text) => paragraph(run(text))),
    ].join(""),
    media: { rP: { name: "p.png", bytes: png } },
  });
  const { format, parsed } = await readQuestionFile({ bytes, name: "题目.docx" });
  expect(format).toBe("text");
  expect(parsed.rows).toMatchObject([
    { draft: { body: { stem: "图上是谁？" }, key: { correct: 1 }, media: [{ type: "image", part: null }] } },
    { draft: { key: { correct: [0, 2] }, explanation: "第一行", media: [] } },
  ]);
  expect(Buffer.from(parsed.rows[0]?.draft?.media[0]?.bytes ?? []).equals(png)).toBe(true);
});

test("questions in a table of a Word file, and the answers of its key in one", async () => {
  const inTable = makeDocx({
    body:
      paragraph(run("题库")) +
      table([
        ["序号", "题型", "题干", "选项A", "选项B", "答案"],
        ["1", "单选题", "甲？", "一", "二", "B"],
        ["2", "判断题", "乙。", "", "", "√"],
      ]),
  });
  expect(await readQuestions({ bytes: inTable, name: "题库.docx" })).toMatchObject({
    format: "sheet",
    parsed: { rows: [{ line: 2, draft: { key: { correct: 1 } } }, { draft: { key: { kind: "truefalse", correct: true } } }] },
  });
  const keyed = makeDocx({
    body:
      ["1. 甲？", "A. 一", "B. 二", "2. 乙？", "A. 一", "B. 二", "参考答案"].map((text) => paragraph(run(text))).join("") +
      table([
        ["题号", "1", "2"],
        ["答案", "B", "A"],
      ]),
  });
  expect((await readQuestions({ bytes: keyed, name: "卷.docx" })).parsed.rows.map(({ draft }) => draft?.key)).toEqual([
    { kind: "single", correct: 1 },
    { kind: "single", correct: 0 },
  ]);
});

test("one question of a text is read again by itself, at its own line", () => {
  const { rows } = { rows: [readRowAgain("text", { raw: "3. 甲？\nA. 一\nB. 二\n【答案】C", line: 41 })] };
  expect(rows[0]).toMatchObject({ line: 41, draft: null, problems: [{ code: "answer-beyond", line: 41 }] });
  expect(readRowAgain("text", { raw: "3. 甲？\nA. 一\nB. 二\n【答案】B", line: 41 }).draft?.key).toEqual({ kind: "single", correct: 1 });
  expect(() => readRowAgain("gift", { raw: "甲{T}\n\n乙{F}", line: 1 })).toThrow("questions-not-one");
});

describe("what is no file of questions is refused, in the thread", () => {
  test.each<[string, Parameters<typeof readQuestionFile>[0], string]>([
    ["nothing", file("a.txt", ""), "file-empty"],
    ["a picture called a text", { name: "a.txt", bytes: Buffer.from("89504e470d0a1a0a0000", "hex") }, "file-not-text"],
    ["old Word", { name: "a.doc", bytes: Buffer.from("d0cf11e0a1b11ae1", "hex") }, "file-old-word"],
    ["a zip called nothing", { name: "a.zip", bytes: makeZip([{ name: "a.txt", data: "甲" }]) }, "questions-unknown-format"],
    ["a bomb called a workbook", { name: "a.xlsx", bytes: makeZip([{ name: "xl/workbook.xml", data: "<".repeat(30e6) }]) }, "file-unsafe"],
    [
      "a bomb called a Word file",
      { name: "a.docx", bytes: makeZip([{ name: "word/document.xml", data: " ".repeat(30e6) }]) },
      "file-unsafe",
    ],
  ])("%s", async (_, source, code) => expect(await refusal(source)).toBe(code));

  test("5,001 questions are too many, and none is taken", async () => {
    const { parsed } = await readQuestionFile({ text: Array.from({ length: 5_001 }, (_, at) => `题${at}{T}`).join("\n\n") });
    expect(parsed).toMatchObject({ rows: [], problems: [{ code: "too-many-questions", params: { found: 5_001 } }] });
  });
});
