import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { jobs } from "#db/schema/operations.ts";
import { questionImportRows, questionImports } from "#db/schema/question-imports.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { placeOf } from "#server/branches/place-of.ts";
import { blankable, flagSchema, idSchema, lineSchema } from "#server/input-schemas.ts";
import { fileLanguage } from "#server/people/people-file.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { type BroughtFile, lockImport, refuseMoved } from "./find-import.ts";
import { countRows, isBad } from "./import-rows.ts";
import { MOST_ON_PAPER } from "./paper-of-import.ts";

/** How rows with errors are met: they stay out, or nothing comes in while there is one. */
export const WRITE_MODES = ["all_or_nothing", "skip_bad"] as const;

/** The first row that keeps the whole file out. */
async function firstBad(tx: Tx, importId: number): Promise<number> {
  const { line, place, choice } = questionImportRows;
  const [row] = await tx
    .select({ line })
    .from(questionImportRows)
    .where(and(eq(questionImportRows.importId, importId), eq(choice, "import"), isBad))
    .orderBy(asc(place))
    .limit(1);
  return row?.line ?? 0;
}

/** A writing whose job was given up is open again: nothing of it was written. */
async function reopenFailed(tx: Tx, brought: BroughtFile): Promise<BroughtFile> {
  if (brought.state !== "writing") return brought;
  const [job] = await tx
    .select({ failedAt: jobs.failedAt })
    .from(jobs)
    .where(eq(jobs.id, brought.course.jobId ?? 0));
  return job?.failedAt ? { ...brought, state: "open" } : brought;
}

async function refusePaper(tx: Tx, viewer: Member, branchId: number | undefined, questions: number): Promise<void> {
  if (branchId === undefined) throw fieldRefusal("paperBranchId", "paper-needs-branch");
  const place = await placeOf(tx, branchId);
  if (!place?.path || !can.makePaper(viewer, { path: place.path })) throw fieldRefusal("paperBranchId", "no-such-branch");
  if (questions > MOST_ON_PAPER) throw fieldRefusal("paperTitle", "paper-too-long", { most: MOST_ON_PAPER });
}

/**
 * Has the rows of a file written into the bank, as drafts or straight before the reviewers, by a job in one transaction: all of them or
 * none. `paperTitle` makes a paper of them as well, with the worth each row gives.
 */
export const writeQuestionImport = command({
  at: "POST /api/desk/question-imports/:id/write",
  input: z.strictObject({
    id: idSchema,
    revision: z.coerce.number().int().min(1),
    mode: z.enum(WRITE_MODES),
    submit: flagSchema.default(false),
    paperTitle: blankable(lineSchema(100)),
    paperBranchId: blankable(idSchema),
    /** Of questions that the file gives none, in milli-points. */
    paperWorth: blankable(z.coerce.number().int().min(1).max(1_000_000)),
    language: fileLanguage,
  }),
  output: z.object({ id: z.number(), jobId: z.number() }),
  refusals: [
    "import-not-open",
    "import-changed",
    "rows-with-problems",
    "nothing-to-import",
    "share-first",
    "paper-needs-branch",
    "no-such-branch",
    "paper-too-long",
  ],
  door: "desk",
  load: (tx, { id }) => lockImport(tx, id),
  may: (viewer, brought) => can.seeQuestionImport(viewer, brought) && can.editQuestion(viewer, { path: brought.path }),
  async run(tx, found, { id, revision, mode, submit, paperTitle, paperBranchId, paperWorth, language }, { viewer, now }) {
    const brought = await reopenFailed(tx, found);
    refuseMoved(brought, revision);
    const { ready, bad } = await countRows(tx, id);
    if (mode === "all_or_nothing" && bad > 0) throw new Refusal("rows-with-problems", { count: bad, line: await firstBad(tx, id) });
    if (ready === 0) throw new Refusal("nothing-to-import");
    if (brought.isPrivate && submit) throw fieldRefusal("submit", "share-first");
    if (brought.isPrivate && paperTitle !== undefined) throw fieldRefusal("paperTitle", "share-first");
    if (paperTitle !== undefined) await refusePaper(tx, viewer, paperBranchId, ready);
    const paper = paperTitle === undefined ? null : { title: paperTitle, branchId: paperBranchId, worth: paperWorth ?? null, language };
    const payload = { importId: id, submit, paper };
    const [job] = await tx
      .insert(jobs)
      .values({ kind: "write-question-import", payload, runAt: now, createdBy: viewer.personId })
      .returning({ id: jobs.id });
    const { id: jobId } = job as { id: number };
    await tx
      .update(questionImports)
      .set({ state: "writing", result: { jobId }, revision: sql`${questionImports.revision} + 1` })
      .where(eq(questionImports.id, id));
    return { id, jobId };
  },
});
