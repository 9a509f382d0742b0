import { and, desc, eq, max, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { practices, questionSets } from "#db/schema/practices.ts";
import type { Member } from "#domain/people/viewer.ts";
import { openAt, practisedBy, sizeOfSet } from "./find-set.ts";

const MOST = 20;

/** A set that somebody may practise, with the best run so far. */
export const setSchema = z.object({
  id: z.number(),
  title: z.string(),
  intro: z.string(),
  kind: z.enum(["topic", "weekly", "mock"]),
  questions: z.number(),
  best: z.number().nullable(),
  /** Until when it can be begun; null: without an end. */
  closesAt: z.date().nullable(),
  /** Of a mock exam: how long it takes, and the share of the marks that passes. */
  limitMs: z.number().nullable(),
  passPercent: z.number().nullable(),
});

/** The sets that were published for somebody and can be begun now, newest first. */
export async function listSets(db: Db, viewer: Member, now: Date): Promise<z.output<typeof setSchema>[]> {
  const { id, title, intro, kind, limitMs, passPercent, closesAt } = questionSets;
  return db
    .select({
      ...{ id, title, intro, kind, limitMs, passPercent, closesAt },
      questions: sizeOfSet,
      best: max(practices.rightCount),
    })
    .from(questionSets)
    .innerJoin(branches, eq(branches.id, questionSets.branchId))
    .leftJoin(practices, and(eq(practices.setId, id), eq(practices.personId, viewer.personId), sql`${practices.finishedAt} is not null`))
    .where(and(practisedBy(viewer), openAt(now)))
    .groupBy(id)
    .orderBy(desc(id))
    .limit(MOST);
}
