import { readAiken } from "#domain/questions/formats/read-aiken.ts";
import { readGift } from "#domain/questions/formats/read-gift.ts";
import { readMoodleXml } from "#domain/questions/formats/read-moodle-xml.ts";
import { readText } from "#domain/questions/formats/read-text.ts";
import type { EmbeddedMedium, ParsedFile, ParsedRow, QuestionFormat } from "#domain/questions/parsed-file.ts";
import { Refusal } from "#domain/refusal.ts";
import { readSheetRow } from "./sheet-row.ts";

const READERS: Readonly<Partial<Record<QuestionFormat, (text: string) => ParsedFile>>> = {
  text: readText,
  gift: readGift,
  aiken: readAiken,
  "moodle-xml": readMoodleXml,
};

/**
 * Reads one question of a file again after somebody has mended its cells or its text; its pictures stay with it. Refuses
 * `questions-not-one` when the mended text holds none, or several.
 */
export function readRowAgain(
  format: QuestionFormat,
  { raw, line, media = [] }: Pick<ParsedRow, "raw" | "line"> & { media?: readonly EmbeddedMedium[] },
): ParsedRow {
  if (typeof raw !== "string") return readSheetRow(raw, line);
  const [row, ...more] = READERS[format]?.(raw).rows ?? [];
  if (!row || more.length > 0) throw new Refusal("questions-not-one", { count: row ? more.length + 1 : 0 });
  const problems = row.problems.map((problem) => ({
    ...problem,
    ...(problem.line !== undefined && { line: problem.line - row.line + line }),
  }));
  return { line, raw, problems, draft: row.draft && { ...row.draft, media: row.draft.media.length > 0 ? row.draft.media : media } };
}
