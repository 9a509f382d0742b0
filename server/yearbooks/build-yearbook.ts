import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { jobs } from "#db/schema/operations.ts";
import { yearbooks } from "#db/schema/records.ts";
import { can } from "#domain/access.ts";
import { filled } from "#domain/records/record-words.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { languageSchema, recordMessages } from "#server/records/words-of.ts";
import { command } from "#server/verb.ts";
import { lockOwner } from "./book-owner.ts";
import { bookAddress, findBook } from "./find-yearbook.ts";
import { candidatesOf, chosenParts } from "./yearbook-parts-of.ts";

async function isRunning(tx: Tx, jobId: number | null): Promise<boolean> {
  const waits = and(eq(jobs.id, jobId ?? 0), isNull(jobs.doneAt), isNull(jobs.failedAt));
  return jobId !== null && (await tx.$count(jobs, waits)) > 0;
}

/** Asks for the book of a group's or a branch's year to be made, in three editions: a job. Who asks while it runs is told of the same job. */
export const buildYearbook = command({
  at: "POST /api/yearbooks/:group/:year/build",
  input: z.strictObject({ ...bookAddress, language: languageSchema }),
  output: z.object({ id: z.number() }),
  refusals: ["nothing-to-print"],
  door: "play",
  load: (tx, { group }, { viewer }) => lockOwner(tx, group, viewer),
  may: can.leadGroup,
  async run(tx, owner, { year, language }, context) {
    const { viewer, now } = context;
    const book = await findBook(tx, owner, year);
    if (book?.jobId && (await isRunning(tx, book.jobId))) return { id: book.jobId };
    const candidates = await candidatesOf(tx, owner, year);
    const parts = book ? await chosenParts(tx, book.id, candidates) : candidates;
    if (parts.length === 0) throw new Refusal("nothing-to-print", { year });
    const title = filled(recordMessages("zh-CN").book.title, { group: owner.name, year });
    const [made] = book
      ? [{ id: book.id }]
      : await tx
          .insert(yearbooks)
          .values({ groupId: owner.groupId, branchId: owner.branchId, year, title, createdBy: viewer.personId, createdAt: now })
          .returning({ id: yearbooks.id });
    const yearbookId = made?.id ?? 0;
    const [job] = await tx
      .insert(jobs)
      .values({ kind: "build-yearbook", payload: { yearbookId, language }, runAt: now, createdBy: viewer.personId })
      .returning({ id: jobs.id });
    const id = job?.id ?? 0;
    const entry = { action: "yearbook.build", object: "yearbook", objectId: yearbookId, branchId: owner.branchId };
    await writeAudit(tx, { context, ...entry, after: { title: book?.title ?? title, year, parts: parts.length } });
    await tx.update(yearbooks).set({ jobId: id }).where(eq(yearbooks.id, yearbookId));
    return { id };
  },
});
