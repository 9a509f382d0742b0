import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { questionImportRows, questionImports } from "#db/schema/question-imports.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { stemKey } from "#domain/questions/normalise.ts";
import type { ParsedRow } from "#domain/questions/parsed-file.ts";
import { questionBodySchema, questionKeySchema } from "#domain/questions/question.ts";
import { withoutMedia } from "#domain/questions/without-media.ts";
import { Refusal } from "#domain/refusal.ts";
import { blankable, idSchema, lineSchema, tagsSchema } from "#server/input-schemas.ts";
import { freeText } from "#server/materials/material-fields.ts";
import { categorySchema } from "#server/questions/question-fields.ts";
import { command } from "#server/verb.ts";
import { type BroughtFile, lockImport, refuseMoved } from "./find-import.ts";
import { twinInBank, twinInFile } from "./find-twins.ts";
import { finishRow, ruleProblems } from "./finish-row.ts";
import { listRows, valuesOf } from "./import-rows.ts";
import { importRowSchema, rawSchema } from "./import-schemas.ts";
import { READ_REFUSALS, readMended } from "./read-questions.ts";
import { bytesOfMedium, storedDraftSchema } from "./stored-draft.ts";

const cell = z
  .string()
  .max(5_000)
  .refine((text) => text.isWellFormed() && !text.includes("\u0000"), { message: "characters" });

/** The whole question as a form sends it; what the form does not show stays as the file told it. */
const questionForm = z.strictObject({
  body: questionBodySchema,
  key: questionKeySchema,
  explanation: freeText(4_000),
  category: categorySchema.default(""),
  difficulty: blankable(z.coerce.number().int().min(1).max(5)),
  tags: tagsSchema.default([]),
  source: blankable(lineSchema(500)),
  worth: blankable(z.coerce.number().int().min(1).max(1_000_000)),
});
type QuestionForm = z.output<typeof questionForm>;

const placed = (importId: number, place: number) => and(eq(questionImportRows.importId, importId), eq(questionImportRows.place, place));

async function rowAt(tx: Tx, importId: number, place: number) {
  const { line, raw, draft } = questionImportRows;
  const [row] = await tx.select({ line, raw, draft }).from(questionImportRows).where(placed(importId, place));
  if (!row) throw new Refusal("not-found");
  return { line: row.line, raw: rawSchema.parse(row.raw), draft: storedDraftSchema.nullable().parse(row.draft) };
}
type KeptRow = Awaited<ReturnType<typeof rowAt>>;

/** The pictures and sounds of a row, which stay with it however it is mended. */
const mediaOf = (kept: KeptRow) => (kept.draft?.media ?? []).map((medium) => ({ ...medium, bytes: bytesOfMedium(medium) }));

/** The row as its form wrote it: pins are the form's own, and the cells stay as they stood. */
function rowOfForm(kept: KeptRow, { source, difficulty, worth, ...form }: QuestionForm): ParsedRow {
  const media = mediaOf(kept);
  const about = {
    title: kept.draft?.title ?? "",
    source: source ?? "",
    difficulty: difficulty ?? null,
    worth: worth ?? kept.draft?.worth ?? null,
  };
  // Files belong to questions of the bank, and this is none yet: what the form names would be another's.
  const body = withoutMedia(form.body);
  return { line: kept.line, raw: kept.raw, draft: { ...form, body, ...about, media }, problems: ruleProblems(body, form.key) };
}

/** Writes the row, with its twins looked for anew; rows that took it for their twin are looked at again. */
async function keepRow(tx: Tx, brought: BroughtFile, place: number, row: ParsedRow, viewer: Member): Promise<void> {
  const key = row.draft && stemKey(row.draft.body.stem);
  const bank = key === null ? null : await twinInBank(tx, viewer, key);
  const earlier = key === null ? null : await twinInFile(tx, { importId: brought.id, place, key }, stemKey);
  const told = earlier ? [{ severity: "warning", code: "twin-in-file", params: { place: earlier.place, line: earlier.line } }] : [];
  await tx
    .update(questionImportRows)
    .set({
      ...valuesOf(row),
      problems: [...row.problems, ...told],
      twinId: bank?.id ?? null,
      likeness: bank?.likeness ?? null,
      choice: "import",
    })
    .where(placed(brought.id, place));
}

/** Later rows that named this one as their twin: it may not be one any more. */
async function lookAgain(tx: Tx, importId: number, place: number): Promise<void> {
  const { draft, problems } = questionImportRows;
  const names = sql`${problems} @> ${JSON.stringify([{ code: "twin-in-file", params: { place } }])}::jsonb`;
  const rows = await tx
    .select({ place: questionImportRows.place, stem: sql<string>`${draft}->'body'->>'stem'` })
    .from(questionImportRows)
    .where(and(eq(questionImportRows.importId, importId), names));
  for (const row of rows) {
    const twin = await twinInFile(tx, { importId, place: row.place, key: stemKey(row.stem) }, stemKey);
    const told = twin ? [{ severity: "warning", code: "twin-in-file", params: { place: twin.place, line: twin.line } }] : [];
    const others = sql`(select coalesce(jsonb_agg(p), '[]') from jsonb_array_elements(${problems}) p where p->>'code' <> 'twin-in-file')`;
    await tx
      .update(questionImportRows)
      .set({ problems: sql`${others} || ${JSON.stringify(told)}::jsonb` })
      .where(placed(importId, row.place));
  }
}

/**
 * Mends one row: its cells or lines, which are read again as the file was, or the whole question as a form wrote it. Answers the row as
 * it stands now, with what is still wrong. A row that was left out is taken again.
 */
export const mendImportRow = command({
  at: "POST /api/desk/question-imports/:id/rows/:place",
  input: z
    .strictObject({
      id: idSchema,
      place: z.coerce.number().int().min(0).max(100_000),
      revision: z.coerce.number().int().min(1),
      cells: z.record(z.string().max(200), cell).optional(),
      text: z
        .string()
        .max(50_000)
        .refine((text) => text.isWellFormed() && !text.includes("\u0000"), { message: "characters" })
        .optional(),
      question: questionForm.optional(),
    })
    .refine(({ cells, text, question }) => [cells, text, question].filter((part) => part !== undefined).length === 1, {
      message: "one-of-three",
    }),
  output: z.object({ revision: z.number(), row: importRowSchema }),
  refusals: [...READ_REFUSALS, "import-not-open", "import-changed"],
  door: "desk",
  load: (tx, { id }) => lockImport(tx, id),
  may: can.seeQuestionImport,
  async run(tx, brought, { place, revision, cells, text, question }, { viewer }) {
    refuseMoved(brought, revision);
    const kept = await rowAt(tx, brought.id, place);
    const row = question
      ? rowOfForm(kept, question)
      : finishRow(readMended(brought.format, { line: kept.line, media: mediaOf(kept) }, cells ?? text ?? ""));
    await keepRow(tx, brought, place, row, viewer);
    await lookAgain(tx, brought.id, place);
    const next = brought.revision + 1;
    await tx.update(questionImports).set({ revision: next }).where(eq(questionImports.id, brought.id));
    const [shown] = await listRows(tx, viewer, placed(brought.id, place), { limit: 1, offset: 0 });
    if (!shown) throw new Error(`row ${place} of import ${brought.id} is gone`);
    return { revision: next, row: shown };
  },
});
