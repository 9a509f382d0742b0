import { wrong } from "#domain/questions/formats/problem.ts";
import { readAiken } from "#domain/questions/formats/read-aiken.ts";
import { readGift } from "#domain/questions/formats/read-gift.ts";
import { readMoodleXml } from "#domain/questions/formats/read-moodle-xml.ts";
import { readText } from "#domain/questions/formats/read-text.ts";
import type { ParsedFile, QuestionFormat } from "#domain/questions/parsed-file.ts";
import { Refusal } from "#domain/refusal.ts";
import { decodeBytes } from "#server/imports/decode-bytes.ts";
import { readCsv } from "#server/imports/read-csv.ts";
import { readSheet } from "#server/imports/read-sheet.ts";
import { TABLE_LIMITS } from "#server/imports/table.ts";
import { formatOfText } from "./detect-format.ts";
import { readDocx } from "./read-docx.ts";
import type { QuestionSource, ReadQuestions } from "./read-question-file.ts";
import { readSheetQuestions } from "./read-sheet-questions.ts";

const MOST_QUESTIONS = TABLE_LIMITS.rows;
const FORMATS: Readonly<Record<string, QuestionFormat>> = { csv: "sheet", tsv: "sheet", gift: "gift", xml: "moodle-xml" };

const READERS: Readonly<Record<Exclude<QuestionFormat, "sheet">, (text: string) => ParsedFile>> = {
  text: readText,
  gift: readGift,
  aiken: readAiken,
  "moodle-xml": readMoodleXml,
};

const startOf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 4)).toString("hex");
const endingOf = (name: string) => /\.([^.]*)$/u.exec(name)?.[1]?.toLowerCase() ?? "";

function readAs(format: QuestionFormat, text: string, bytes: Uint8Array): ParsedFile {
  return format === "sheet" ? readSheetQuestions(readCsv(bytes, "")) : READERS[format](text);
}

/** An office file by its name and its first bytes, which must agree. */
async function readOffice(bytes: Uint8Array, ending: string): Promise<ReadQuestions> {
  if (ending === "docx") return readDocx(bytes);
  if (ending !== "xlsx") throw new Refusal("questions-unknown-format");
  return { format: "sheet", parsed: readSheetQuestions(await readSheet(Uint8Array.from(bytes), { tellMerged: true })) };
}

async function parsed(source: QuestionSource): Promise<ReadQuestions> {
  if ("text" in source) {
    const format = source.format ?? formatOfText(source.text);
    return { format, parsed: readAs(format, source.text, Buffer.from(source.text)) };
  }
  const { bytes, name } = source;
  const ending = endingOf(name);
  if (startOf(bytes) === "d0cf11e0") throw new Refusal(ending === "doc" ? "file-old-word" : "file-old-excel");
  if (startOf(bytes).startsWith("504b")) return readOffice(bytes, ending);
  if (ending === "xlsx" || ending === "docx") throw new Refusal("file-damaged");
  const { text } = decodeBytes(bytes);
  const format = source.format ?? FORMATS[ending] ?? formatOfText(text);
  return { format, parsed: readAs(format, text, bytes) };
}

/** Reads a file of questions to its end, here and now. Everybody but the thread and tests asks readQuestionFile, which sets limits. */
export async function readQuestions(source: QuestionSource): Promise<ReadQuestions> {
  const read = await parsed(source);
  const found = read.parsed.rows.length;
  if (found <= MOST_QUESTIONS) return read;
  const problem = wrong("too-many-questions", { most: MOST_QUESTIONS, found });
  return { ...read, parsed: { problems: [problem, ...read.parsed.problems], rows: [] } };
}
