import { and, desc, eq, max, ne, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { practices, questionSets } from "#db/schema/practices.ts";
import type { Member } from "#domain/people/viewer.ts";
import { practisedBy } from "./find-set.ts";

const MOST = 20;

/** A set that somebody may practise, with the best run so far. */
export const setSchema = z.object({
  id: z.number(),
  title: z.string(),
  intro: z.string(),
  kind: z.enum(["topic", "weekly", "mock"]),
  questions: z.number(),
  best: z.number().nullable(),
});

/** The sets that were published for somebody, newest first. */
export async function listSets(db: Db, viewer: Member): Promise<z.output<typeof setSchema>[]> {
  const { id, title, intro, kind } = questionSets;
  return (
    db
      .select({
        ...{ id, title, intro, kind },
        questions: sql<number>`cardinality(${questionSets.questionIds})`,
        best: max(practices.rightCount),
      })
      .from(questionSets)
      .innerJoin(branches, eq(branches.id, questionSets.branchId))
      .leftJoin(practices, and(eq(practices.setId, id), eq(practices.personId, viewer.personId), sql`${practices.finishedAt} is not null`))
      // A mock exam tells nothing before its end: it does not belong among sets that tell at once.
      .where(and(practisedBy(viewer), ne(kind, "mock")))
      .groupBy(id)
      .orderBy(desc(id))
      .limit(MOST)
  );
}
