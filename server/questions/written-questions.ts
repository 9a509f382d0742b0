import type { LeftOut } from "#domain/questions/formats/left-out.ts";
import type { QuestionFormat } from "#domain/questions/parsed-file.ts";
import en from "#messages/en.json" with { type: "json" };
import zh from "#messages/zh-CN.json" with { type: "json" };
import type { FileReply } from "#server/file-reply.ts";
import { writeSheetQuestions } from "#server/question-files/write-sheet-questions.ts";
import type { BankContent } from "./contents-of.ts";

/** Formats that questions go out in. */
export const EXPORT_FORMATS = ["sheet"] as const satisfies readonly QuestionFormat[];
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const TYPES: Readonly<Record<ExportFormat, readonly [ending: string, contentType: string]>> = {
  sheet: ["xlsx", XLSX],
};

/** What the file is called in the reader's language. */
export function fileNameOf(format: ExportFormat, language: "zh-CN" | "en"): Omit<FileReply, "bytes"> {
  const [ending, contentType] = TYPES[format];
  const { fileName } = (language === "en" ? en : zh).questionImports.export;
  return { fileName: `${fileName}.${ending}`, contentType };
}

/** Questions of the bank as a file, and what its format cannot hold of them. */
export async function writtenQuestions(
  found: readonly BankContent[],
  format: ExportFormat,
  answers: boolean,
): Promise<{ bytes: Uint8Array; left: readonly LeftOut[] }> {
  const contents = found.map(({ content }) => content);
  const writers: Readonly<Record<ExportFormat, typeof writeSheetQuestions>> = { sheet: writeSheetQuestions };
  return writers[format](contents, answers);
}
