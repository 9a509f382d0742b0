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
import { bookAddress, editionsOf, findBook, findBookGroup } from "./find-yearbook.ts";
import { candidatesOf, chosenParts } from "./yearbook-parts-of.ts";

const part = z.object({ key: z.string(), title: z.string(), at: z.date(), author: z.string().nullable() });

/** The job that makes the book, for who asked for it, while it runs or when it failed. */
async function jobOf(db: Db, jobId: number | null, viewer: Member): Promise<number | null> {
  if (jobId === null) return null;
  const [job] = await db.select({ createdBy: jobs.createdBy, doneAt: jobs.doneAt }).from(jobs).where(eq(jobs.id, jobId));
  return job && job.doneAt === null && can.seeJob(viewer, job) ? jobId : null;
}

/** A group's book of a year: what is in it and what could be, its editions, and how far the making came. */
export const getYearbook = query({
  at: "GET /api/yearbooks/:group/:year",
  input: z.strictObject(bookAddress),
  output: z.object({
    group: z.object({ slug: z.string(), name: z.string() }),
    year: z.number(),
    title: z.string(),
    preface: z.string(),
    revision: z.number(),
    parts: z.array(part),
    /** What could stand in it and does not; for who leads the group. */
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
  async run(db, { group: slug, year }, { viewer }) {
    const group = await findBookGroup(db, slug, viewer);
    const book = await findBook(db, group.id, year);
    const candidates = await candidatesOf(db, group.id, year);
    const parts = book ? await chosenParts(db, book.id, candidates) : candidates;
    const edit = can.leadGroup(viewer, group);
    const title = filled(recordMessages("zh-CN").book.title, { group: group.name, year });
    return {
      ...{ group: { slug: group.slug, name: group.name }, year },
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
