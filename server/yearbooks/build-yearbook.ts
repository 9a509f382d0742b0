import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { jobs } from "#db/schema/operations.ts";
import { yearbooks } from "#db/schema/records.ts";
import { can } from "#domain/access.ts";
import { filled } from "#domain/records/record-words.ts";
import { Refusal } from "#domain/refusal.ts";
import { lockGroup } from "#server/groups/group-facts.ts";
import { languageSchema, recordMessages } from "#server/records/words-of.ts";
import { command } from "#server/verb.ts";
import { bookAddress, findBook } from "./find-yearbook.ts";
import { candidatesOf, chosenParts } from "./yearbook-parts-of.ts";

async function isRunning(tx: Tx, jobId: number | null): Promise<boolean> {
  const waits = and(eq(jobs.id, jobId ?? 0), isNull(jobs.doneAt), isNull(jobs.failedAt));
  return jobId !== null && (await tx.$count(jobs, waits)) > 0;
}

/** Asks for a group's book of a year to be made, in three editions: a job. Who asks while it runs is told of the same job. */
export const buildYearbook = command({
  at: "POST /api/yearbooks/:group/:year/build",
  input: z.strictObject({ ...bookAddress, language: languageSchema }),
  output: z.object({ id: z.number() }),
  refusals: ["nothing-to-print"],
  door: "play",
  load: (tx, { group }, { viewer }) => lockGroup(tx, group, viewer),
  may: can.leadGroup,
  async run(tx, group, { year, language }, { viewer, now }) {
    const book = await findBook(tx, group.id, year);
    if (book?.jobId && (await isRunning(tx, book.jobId))) return { id: book.jobId };
    const candidates = await candidatesOf(tx, group.id, year);
    const parts = book ? await chosenParts(tx, book.id, candidates) : candidates;
    if (parts.length === 0) throw new Refusal("nothing-to-print", { year });
    const title = filled(recordMessages("zh-CN").book.title, { group: group.name, year });
    const [made] = book
      ? [{ id: book.id }]
      : await tx
          .insert(yearbooks)
          .values({ groupId: group.id, branchId: group.branchId, year, title, createdBy: viewer.personId, createdAt: now })
          .returning({ id: yearbooks.id });
    const yearbookId = made?.id ?? 0;
    const [job] = await tx
      .insert(jobs)
      .values({ kind: "build-yearbook", payload: { yearbookId, language }, runAt: now, createdBy: viewer.personId })
      .returning({ id: jobs.id });
    const id = job?.id ?? 0;
    await tx.update(yearbooks).set({ jobId: id }).where(eq(yearbooks.id, yearbookId));
    return { id };
  },
});
