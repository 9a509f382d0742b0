import type { ParsedRow, QuestionFormat } from "#domain/questions/parsed-file.ts";
import { Refusal } from "#domain/refusal.ts";
import { readSheetRow } from "./sheet-row.ts";

/** Reads one question of a file again after somebody has mended its cells or its text. */
export function readRowAgain(format: QuestionFormat, { raw, line }: Pick<ParsedRow, "raw" | "line">): ParsedRow {
  if (typeof raw === "string" || format !== "sheet") throw new Refusal("questions-unknown-format");
  return readSheetRow(raw, line);
}
