import { letterOf } from "#domain/questions/formats/candidate.ts";
import type { LeftOut, WrittenFile } from "#domain/questions/formats/left-out.ts";
import { FIELD_NAMES, TOLD_FIELDS, type Told, type ToldField } from "#domain/questions/formats/told.ts";
import { toldOfQuestion } from "#domain/questions/formats/told-of-question.ts";
import type { QuestionDraftContent } from "#domain/questions/parsed-file.ts";
import { writeXlsx } from "#server/exports/write-table.ts";
import { TABLE_LIMITS } from "#server/imports/table.ts";
import { GROUP_NAMES } from "./sheet-columns.ts";

const OPTIONS = 10;
const BEFORE: readonly ToldField[] = ["kind", "stem"];
const AFTER: readonly ToldField[] = TOLD_FIELDS.filter((field) => !BEFORE.includes(field));

/** The columns of an export, in the order of the template. */
export const SHEET_HEADER: readonly string[] = [
  ...BEFORE.map((field) => FIELD_NAMES[field]),
  ...Array.from({ length: OPTIONS }, (_, at) => `选项${letterOf(at)}`),
  ...AFTER.map((field) => FIELD_NAMES[field]),
  GROUP_NAMES.group,
];

const cellsOf = (told: Told, group: string): string[] => [
  ...BEFORE.map((field) => told[field] ?? ""),
  ...Array.from({ length: OPTIONS }, (_, at) => told.options[at] ?? ""),
  ...AFTER.map((field) => told[field] ?? ""),
  group,
];

/** An .xlsx that reads again to the same questions. Pictures and sounds, and texts too long for a cell, are told of in `left`. */
export async function writeSheetQuestions(questions: readonly QuestionDraftContent[], answers: boolean): Promise<WrittenFile> {
  const left: LeftOut[] = [];
  const rows: string[][] = [];
  let groups = 0;
  for (const [at, question] of questions.entries()) {
    const told = toldOfQuestion(question, answers);
    const group = told.parts ? String(++groups) : "";
    const cells = [cellsOf(told, group), ...(told.parts ?? []).map((part) => cellsOf(part, group))];
    if (question.media.length > 0) left.push({ at, code: "media-left-out" });
    if (cells.flat().some((cell) => cell.length > TABLE_LIMITS.cellChars)) left.push({ at, code: "cell-too-long" });
    else rows.push(...cells);
  }
  return { bytes: await writeXlsx("题目", SHEET_HEADER, rows), left };
}
