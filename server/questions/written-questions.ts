import type { LeftOut } from "#domain/questions/formats/left-out.ts";
import type { QuestionFormat } from "#domain/questions/parsed-file.ts";
import en from "#messages/en.json" with { type: "json" };
import zh from "#messages/zh-CN.json" with { type: "json" };
import type { FileReply } from "#server/file-reply.ts";
import { FILE_ENDINGS, writeQuestionFile } from "#server/question-files/write-question-file.ts";
import type { BankContent } from "./contents-of.ts";

/** Formats that questions go out in. */
export const EXPORT_FORMATS = ["sheet", "text", "gift", "aiken", "moodle-xml"] as const satisfies readonly QuestionFormat[];
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What the file is called in the reader's language. */
export function fileNameOf(format: ExportFormat, language: "zh-CN" | "en"): Omit<FileReply, "bytes"> {
  const { fileName } = (language === "en" ? en : zh).questionImports.export;
  const contentType = format === "sheet" ? XLSX : "text/plain; charset=utf-8";
  return { fileName: `${fileName}.${FILE_ENDINGS[format]}`, contentType };
}

/** Questions of the bank as a file, and what its format cannot hold of them. */
export async function writtenQuestions(
  found: readonly BankContent[],
  format: ExportFormat,
  answers: boolean,
): Promise<{ bytes: Uint8Array; left: readonly LeftOut[] }> {
  const contents = found.map(({ content }) => content);
  return writeQuestionFile(format, contents, { answers });
}
