import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { jobs } from "#db/schema/operations.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { EDITIONS } from "#domain/printing/sheets.ts";
import { filled } from "#domain/records/record-words.ts";
import { recordMessages } from "#server/records/words-of.ts";
import { query } from "#server/verb.ts";
import { findOwner } from "./book-owner.ts";
import { bookAddress, editionsOf, findBook } from "./find-yearbook.ts";
import { candidatesOf, chosenParts } from "./yearbook-parts-of.ts";

const part = z.object({ key: z.string(), title: z.string(), at: z.date(), author: z.string().nullable() });

/** The job that makes the book, for who asked for it, while it runs or when it failed. */
async function jobOf(db: Db, jobId: number | null, viewer: Member): Promise<number | null> {
  if (jobId === null) return null;
  const [job] = await db.select({ createdBy: jobs.createdBy, doneAt: jobs.doneAt }).from(jobs).where(eq(jobs.id, jobId));
  return job && job.doneAt === null && can.seeJob(viewer, job) ? jobId : null;
}

/** The book of a group's or a branch's year: what is in it and what could be, its editions, and how far the making came. */
export const getYearbook = query({
  at: "GET /api/yearbooks/:group/:year",
  input: z.strictObject(bookAddress),
  output: z.object({
    of: z.object({ address: z.string(), name: z.string(), isBranch: z.boolean() }),
    year: z.number(),
    title: z.string(),
    preface: z.string(),
    revision: z.number(),
    parts: z.array(part),
    /** What could stand in it and does not; for who makes it. */
    others: z.array(part),
    editions: z.array(z.object({ edition: z.enum(EDITIONS), size: z.number() })),
    builtAt: z.date().nullable(),
    characters: z.number().nullable(),
    pages: z.number().nullable(),
    job: z.number().nullable(),
    may: z.object({ edit: z.boolean() }),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { group: address, year }, { viewer }) {
    const owner = await findOwner(db, address, viewer);
    const book = await findBook(db, owner, year);
    const candidates = await candidatesOf(db, owner, year);
    const parts = book ? await chosenParts(db, book.id, candidates) : candidates;
    const edit = can.leadGroup(viewer, owner);
    const title = filled(recordMessages("zh-CN").book.title, { group: owner.name, year });
    return {
      ...{ of: { address: owner.address, name: owner.name, isBranch: owner.groupId === null }, year },
      ...{ title: book?.title ?? title, preface: book?.preface ?? "", revision: book?.revision ?? 0 },
      parts: edit || book?.builtAt ? parts : [],
      others: edit ? candidates.filter(({ key }) => !parts.some((chosen) => chosen.key === key)) : [],
      editions: book ? (await editionsOf(db, book.id)).map(({ edition, size }) => ({ edition, size })) : [],
      ...{ builtAt: book?.builtAt ?? null, characters: book?.characters ?? null, pages: book?.pages ?? null },
      job: await jobOf(db, book?.jobId ?? null, viewer),
      may: { edit },
    };
  },
});
