import readXlsxFile from "read-excel-file/universal";
import { expect, test } from "vitest";
import { QUESTION_KINDS } from "#domain/questions/question.ts";
import { readQuestions } from "./read-questions.ts";
import { readSheetQuestions } from "./read-sheet-questions.ts";
import { sheetTemplate } from "./sheet-template.ts";

test.each(["zh-CN", "en"] as const)("the template is empty, and its examples are questions of every kind (%s)", async (locale) => {
  const bytes = await sheetTemplate(locale);
  expect((await readQuestions({ bytes, name: "模板.xlsx" })).parsed).toMatchObject({
    rows: [],
    problems: [{ code: "file-without-questions" }],
  });

  const sheets = (await readXlsxFile(Uint8Array.from(bytes).buffer)) as unknown as { data: (string | number | null)[][] }[];
  const rows = (sheets[1]?.data ?? []).map((row) => row.map((cell) => String(cell ?? "")));
  const at = rows.findIndex((row) => row.includes("题干") && row.includes("答案"));
  const table = { sheet: "", header: rows[at] ?? [], rows: rows.slice(at + 1).map((cells, index) => ({ rowNumber: index + 2, cells })) };
  const file = readSheetQuestions(table);
  expect(file.problems).toEqual([]);
  expect(file.rows.map(({ problems }) => problems)).toEqual(file.rows.map(() => []));
  expect(new Set(file.rows.map(({ draft }) => draft?.body.kind))).toEqual(new Set(QUESTION_KINDS));
});
