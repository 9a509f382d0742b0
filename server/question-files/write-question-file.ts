import type { WrittenFile } from "#domain/questions/formats/left-out.ts";
import { writeAiken } from "#domain/questions/formats/write-aiken.ts";
import { writeGift } from "#domain/questions/formats/write-gift.ts";
import { writeMoodleXml } from "#domain/questions/formats/write-moodle-xml.ts";
import { writeText } from "#domain/questions/formats/write-text.ts";
import type { QuestionDraftContent, QuestionFormat } from "#domain/questions/parsed-file.ts";
import { writeSheetQuestions } from "./write-sheet-questions.ts";

/** The ending of each format's files. */
export const FILE_ENDINGS: Readonly<Record<QuestionFormat, string>> = {
  sheet: "xlsx",
  text: "txt",
  gift: "gift",
  aiken: "txt",
  "moodle-xml": "xml",
};

/** Questions as a file that reads again to the same, with their answers or without. `left` names what the format could not hold. */
export async function writeQuestionFile(
  format: QuestionFormat,
  questions: readonly QuestionDraftContent[],
  { answers }: { answers: boolean },
): Promise<WrittenFile> {
  if (format === "sheet") return writeSheetQuestions(questions, answers);
  return { gift: writeGift, text: writeText, aiken: writeAiken, "moodle-xml": writeMoodleXml }[format](questions, answers);
}
