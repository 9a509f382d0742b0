import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { database, type Tx } from "#db/client.ts";
import { questionImportRows, questionImports } from "#db/schema/question-imports.ts";
import { stemKey } from "#domain/questions/normalise.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { noteProgress } from "#server/jobs/note-progress.ts";
import { takeLock } from "#server/take-lock.ts";
import { type BroughtFile, type Course, lockImport } from "./find-import.ts";
import { countRows, isBad } from "./import-rows.ts";
import { makePaperOf, type PaperQuestion } from "./paper-of-import.ts";
import { storedDraftSchema } from "./stored-draft.ts";
import { writeDrafts } from "./write-drafts.ts";

const payloadSchema = z.object({
  importId: z.number(),
  submit: z.boolean(),
  paper: z.object({ title: z.string(), branchId: z.number(), worth: z.number().nullable(), language: z.enum(["zh-CN", "en"]) }).nullable(),
});
type Payload = z.output<typeof payloadSchema>;
type Ran = Readonly<{ now: Date; personId: number; note: (share: number) => Promise<void> }>;

const AT_ONCE = 500;

async function soundRows(tx: Tx, importId: number) {
  const { place, draft, twinId, choice } = questionImportRows;
  const rows = await tx
    .select({ place, draft, twinId })
    .from(questionImportRows)
    .where(and(eq(questionImportRows.importId, importId), eq(choice, "import"), sql`not ${isBad}`))
    .orderBy(asc(place));
  return rows.map((row) => ({ ...row, draft: storedDraftSchema.parse(row.draft) }));
}
type SoundRow = Awaited<ReturnType<typeof soundRows>>[number];

/** Rows whose very stem has come into the bank since they were looked at: their maker must see that first. Returns how many. */
async function markNewTwins(tx: Tx, { id: importId, createdBy }: BroughtFile, rows: readonly SoundRow[]): Promise<number> {
  const unseen = rows.filter(({ twinId }) => twinId === null).map(({ place, draft }) => ({ place, key: stemKey(draft.body.stem) }));
  const marked = await tx.execute(sql`
    update question_import_rows r set twin_id = t.question_id, likeness = 10000
    from (select f.place, min(q.id) as question_id from jsonb_to_recordset(${JSON.stringify(unseen)}::jsonb) as f(place int, key text)
      join questions q on q.stem_key = f.key and q.state <> 'retired' and (not q.is_private or q.created_by = ${createdBy})
      group by f.place) t
    where r.import_id = ${importId} and r.place = t.place`);
  return marked.rowCount ?? 0;
}

/** Which question came of which row, in a statement for so many. */
async function noteQuestions(tx: Tx, importId: number, made: readonly { place: number; questionId: number }[]): Promise<void> {
  const told = JSON.stringify(made.map(({ place, questionId }) => ({ place, question_id: questionId })));
  await tx.execute(sql`
    update question_import_rows r set question_id = m.question_id
    from jsonb_to_recordset(${told}::jsonb) as m(place int, question_id bigint) where r.import_id = ${importId} and r.place = m.place`);
}

async function writeRows(tx: Tx, brought: BroughtFile, rows: readonly SoundRow[], submit: boolean, ran: Ran): Promise<PaperQuestion[]> {
  const onPaper: PaperQuestion[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const part = rows.slice(from, from + AT_ONCE);
    const { branchId, isPrivate, category } = brought;
    const to = { branchId, isPrivate, category, state: submit ? ("in_review" as const) : ("draft" as const) };
    const drafts = part.map(({ draft }) => draft);
    const ids = await writeDrafts(tx, drafts, { ...to, createdBy: brought.createdBy, now: ran.now });
    await noteQuestions(
      tx,
      brought.id,
      part.map(({ place }, at) => ({ place, questionId: ids[at] as number })),
    );
    onPaper.push(...part.map(({ draft }, at) => ({ questionId: ids[at] as number, kind: draft.body.kind, worth: draft.worth })));
    await ran.note((from + part.length) / rows.length);
  }
  return onPaper;
}

/** All that comes of a file, in one transaction. A job that died comes here again and finds nothing done, or everything. */
async function writeWhole(tx: Tx, { importId, submit, paper }: Payload, ran: Ran): Promise<Course> {
  const brought = await lockImport(tx, importId);
  if (brought?.state !== "writing") return brought?.course ?? {};
  // Nobody else brings a stem in between the look and the writing.
  await takeLock(tx, "bank", 15_000);
  const rows = await soundRows(tx, importId);
  const settle = (state: "open" | "imported", course: Course) =>
    tx.update(questionImports).set({ state, result: course, endedAt: ran.now }).where(eq(questionImports.id, importId));
  const newTwins = await markNewTwins(tx, brought, rows);
  if (newTwins > 0) {
    await settle("open", { newTwins });
    return { newTwins };
  }
  const { skipped, bad } = await countRows(tx, importId);
  const made = await writeRows(tx, brought, rows, submit, ran);
  const paperId = paper && (await makePaperOf(tx, paper, made, ran));
  const course = { imported: made.length, skipped, bad, paperId, state: submit ? ("in_review" as const) : ("draft" as const) };
  await settle("imported", course);
  const context = { viewer: { kind: "member" as const, personId: ran.personId }, now: ran.now };
  const entry = { action: "question.import", object: "question_import", objectId: importId, branchId: brought.branchId };
  await writeAudit(tx, { context, ...entry, after: { fileName: brought.fileName, ...course } });
  if (paper && paperId !== null)
    await writeAudit(tx, { context, action: "paper.create", object: "paper", objectId: paperId, branchId: paper.branchId });
  return course;
}

/** Writes a file's rows into the bank: all that are sound and taken, in one transaction, with its progress told from outside of it. */
export async function writeImportJob(payload: Record<string, unknown>, now: Date, job: Readonly<{ id: number; createdBy: number | null }>) {
  const wish = payloadSchema.parse(payload);
  if (job.createdBy === null) throw new Error(`nobody asked for job ${job.id}`);
  const db = database("desk");
  const note = (share: number) => noteProgress(db, job.id, 100 * share, {});
  const course = await db.transaction((tx) => writeWhole(tx, wish, { now, personId: job.createdBy as number, note }));
  return { imported: 0, ...course, importId: wish.importId };
}
