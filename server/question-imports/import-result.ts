import { z } from "zod";
import { can } from "#domain/access.ts";
import { inFieldOrder } from "#domain/questions/raw-fields.ts";
import { Refusal } from "#domain/refusal.ts";
import type { ExportCell } from "#server/exports/write-table.ts";
import { fileReply, xlsxReply } from "#server/file-reply.ts";
import { idSchema } from "#server/input-schemas.ts";
import { fileLanguage } from "#server/people/people-file.ts";
import { orNotFound } from "#server/questions/or-not-found.ts";
import { query } from "#server/verb.ts";
import { fileWordsOf, sayProblem } from "./file-words.ts";
import { findImport } from "./find-import.ts";
import { listRows, rowsOf } from "./import-rows.ts";

const MOST = 100_000;
type Row = Awaited<ReturnType<typeof listRows>>[number];
type Words = ReturnType<typeof fileWordsOf>;

/** The columns as the file names them, in the order they first appear. */
const columnsOf = (rows: readonly Row[], words: Words): string[] =>
  rows.some(({ raw }) => typeof raw === "string")
    ? [words.result.text]
    : inFieldOrder(rows.flatMap(({ raw }) => (typeof raw === "string" ? [] : Object.keys(raw))));

function statusOf({ questionId, choice, draft, problems }: Row, { result }: Words): string {
  if (questionId !== null) return result.imported;
  if (choice === "skip") return result.skipped;
  return draft === null || problems.some(({ severity }) => severity === "error") ? result.bad : result.waiting;
}

function cellsOf(row: Row, columns: readonly string[], words: Words): ExportCell[] {
  const { raw, line, problems, twin, questionId } = row;
  const asWritten = columns.map((column) => (typeof raw === "string" ? raw : (raw[column] ?? "")));
  const why = problems.map((problem) => sayProblem(problem, words));
  const alike = twin ? [words.result.twin.replace("{id}", String(twin.id))] : [];
  return [line, ...asWritten, statusOf(row, words), [...why, ...alike].join("\n"), questionId];
}

/** The rows of a file as they stood, each with what became of it, why, and the number of its question. */
export const importResult = query({
  at: "GET /api/desk/question-imports/:id/result",
  input: z.strictObject({ id: idSchema, language: fileLanguage }),
  output: fileReply,
  door: "desk",
  may: orNotFound(can.seeQuestions),
  async run(db, { id, language }, { viewer }) {
    const brought = await findImport(db, id);
    if (!brought || !can.seeQuestionImport(viewer, brought)) throw new Refusal("not-found");
    const words = fileWordsOf(language);
    const rows = await listRows(db, viewer, rowsOf(id, "all"), { limit: MOST, offset: 0 });
    const columns = columnsOf(rows, words);
    const header = [words.result.line, ...columns, words.result.status, words.result.why, words.result.question];
    const name = brought.fileName.replace(/\.[^.]*$/u, "") || words.result.pasted;
    return xlsxReply(
      words.result.fileName.replace("{name}", name),
      header,
      rows.map((row) => cellsOf(row, columns, words)),
    );
  },
});
