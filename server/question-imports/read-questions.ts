import type { EmbeddedMedium, ParsedRow, QuestionFormat } from "#domain/questions/parsed-file.ts";
import { isRefusal } from "#domain/refusal.ts";
import { type QuestionSource, type ReadQuestions, readQuestionFile } from "#server/question-files/read-question-file.ts";
import { readRowAgain } from "#server/question-files/read-row-again.ts";
import { fieldRefusal } from "#server/verb.ts";

/** What a file may be refused with before a row of it is kept. */
export const READ_REFUSALS = [
  "file-too-large",
  "file-empty",
  "file-old-excel",
  "file-not-a-table",
  "file-damaged",
  "file-unsafe",
  "file-inflates-too-large",
  "import-busy",
  "questions-unknown-format",
  "questions-too-heavy",
  "questions-not-one",
  "file-old-word",
  "file-encoding-unknown",
  "file-not-text",
  "quote-unclosed",
  "row-limit",
  "column-limit",
  "cell-limit",
  "cell-unreadable",
  "table-too-large",
  "header-forbidden",
  "document-damaged",
  "document-unsafe",
  "document-too-heavy",
  "text-too-long",
  "no-questions-found",
] as const;

/** Reads what was handed in; without a single question it is refused, with what stood in the way. */
export async function readGiven(source: QuestionSource): Promise<ReadQuestions> {
  const field = "text" in source ? "text" : "file";
  const read = await readQuestionFile(source).catch((error: unknown) => {
    throw isRefusal(error) ? fieldRefusal(field, error.code, error.params) : error;
  });
  if (read.parsed.rows.length > 0) return read;
  const [problem] = read.parsed.problems;
  throw fieldRefusal(field, "no-questions-found", { ...problem?.params, problem: problem?.code ?? "file-without-questions" });
}

/** A cell that was emptied is one that is not there. */
const filled = (cells: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell.trim() !== ""));

/** Reads one row again as it was mended. What is no longer one question is refused. */
export function readMended(
  format: QuestionFormat,
  { line, media }: Readonly<{ line: number; media: readonly EmbeddedMedium[] }>,
  raw: Readonly<Record<string, string>> | string,
): ParsedRow {
  return readRowAgain(format, { raw: typeof raw === "string" ? raw : filled(raw), line, media });
}
