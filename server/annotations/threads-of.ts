import { asc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { annotationReplies, annotationVotes } from "#db/schema/annotations.ts";
import { branches, people } from "#db/schema/people.ts";
import type { Member } from "#domain/people/viewer.ts";

export const authorSchema = z.object({ name: z.string(), branch: z.string() });

/** One reply as its readers get it; what was taken away has no words and no author. */
export const replySchema = z.object({
  id: z.number(),
  body: z.string(),
  author: authorSchema.nullable(),
  mine: z.boolean(),
  createdAt: z.date(),
  deleted: z.boolean(),
});
type Reply = z.output<typeof replySchema> & { personId: number };

async function repliesTo(db: Db, ids: number[], viewer: Member): Promise<Map<number, Reply[]>> {
  const { id, annotationId, personId, body, createdAt, deletedAt } = annotationReplies;
  const rows = await db
    .select({ id, annotationId, personId, body, createdAt, deletedAt, name: people.name, branch: branches.name })
    .from(annotationReplies)
    .innerJoin(people, eq(people.id, personId))
    .innerJoin(branches, eq(branches.id, people.branchId))
    .where(inArray(annotationId, ids))
    .orderBy(asc(id));
  const byAnnotation = new Map<number, Reply[]>(ids.map((one) => [one, []]));
  for (const row of rows) {
    const deleted = row.deletedAt !== null;
    byAnnotation.get(row.annotationId)?.push({
      ...{ id: row.id, personId: row.personId, createdAt: row.createdAt, deleted, mine: row.personId === viewer.personId },
      body: deleted ? "" : row.body,
      author: deleted ? null : { name: row.name, branch: row.branch },
    });
  }
  return byAnnotation;
}

/** Replies and voices of annotations the viewer was found to see. */
export async function threadsOf(db: Db, ids: number[], viewer: Member) {
  const { annotationId, personId } = annotationVotes;
  const replies = ids.length === 0 ? new Map<number, Reply[]>() : await repliesTo(db, ids, viewer);
  const counted =
    ids.length === 0
      ? []
      : await db
          .select({
            annotationId,
            votes: sql<number>`count(*)::int`,
            voted: sql<boolean>`bool_or(${personId} = ${viewer.personId})`,
          })
          .from(annotationVotes)
          .where(inArray(annotationId, ids))
          .groupBy(annotationId);
  const votes = new Map(counted.map((row) => [row.annotationId, row]));
  return (id: number) => ({
    replies: replies.get(id) ?? [],
    votes: votes.get(id)?.votes ?? 0,
    voted: votes.get(id)?.voted ?? false,
  });
}
