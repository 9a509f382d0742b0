import { wrong } from "#domain/questions/formats/problem.ts";
import type { ParsedFile, QuestionFormat } from "#domain/questions/parsed-file.ts";
import { Refusal } from "#domain/refusal.ts";
import { readCsv } from "#server/imports/read-csv.ts";
import { readSheet } from "#server/imports/read-sheet.ts";
import { TABLE_LIMITS } from "#server/imports/table.ts";
import type { QuestionSource, ReadQuestions } from "./read-question-file.ts";
import { readSheetQuestions } from "./read-sheet-questions.ts";

const MOST_QUESTIONS = TABLE_LIMITS.rows;

type File = { bytes: Uint8Array; name: string };
const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;
const endingOf = (name: string) => /\.([^.]*)$/u.exec(name)?.[1]?.toLowerCase() ?? "";

async function readTableFile({ bytes, name }: File): Promise<ParsedFile> {
  if (Buffer.from(bytes.subarray(0, 4)).toString("hex") === "d0cf11e0") throw new Refusal("file-old-excel");
  const isWorkbook = isZip(bytes);
  if (isWorkbook !== (endingOf(name) === "xlsx")) throw new Refusal("file-not-a-table");
  return readSheetQuestions(isWorkbook ? await readSheet(Uint8Array.from(bytes)) : readCsv(bytes, ""));
}

async function parsed(format: QuestionFormat, source: QuestionSource): Promise<ParsedFile> {
  if (format !== "sheet") throw new Refusal("questions-unknown-format");
  return readTableFile("bytes" in source ? source : { bytes: Buffer.from(source.text), name: "pasted.csv" });
}

/** Reads a file of questions to its end, here and now. Everybody but the thread and tests asks readQuestionFile, which sets limits. */
export async function readQuestions(source: QuestionSource): Promise<ReadQuestions> {
  const format = source.format ?? "sheet";
  const file = await parsed(format, source);
  if (file.rows.length <= MOST_QUESTIONS) return { format, parsed: file };
  const problem = wrong("too-many-questions", { most: MOST_QUESTIONS, found: file.rows.length });
  return { format, parsed: { problems: [problem, ...file.problems], rows: [] } };
}
