import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { branches, people } from "#db/schema/people.ts";
import { reflectionComments } from "#db/schema/reflections.ts";

/** What was said to a piece, oldest first; what was taken away has no words and no author. */
export async function listComments(db: Db, reflectionId: number) {
  const { id, personId, body, createdAt, deletedAt } = reflectionComments;
  const rows = await db
    .select({ id, personId, body, createdAt, deletedAt, name: people.name, branch: branches.name })
    .from(reflectionComments)
    .innerJoin(people, eq(people.id, personId))
    .innerJoin(branches, eq(branches.id, people.branchId))
    .where(eq(reflectionComments.reflectionId, reflectionId))
    .orderBy(asc(id));
  return rows.map((row) => {
    const deleted = row.deletedAt !== null;
    const author = deleted ? null : { name: row.name, branch: row.branch };
    return { id: row.id, personId: row.personId, body: deleted ? "" : row.body, createdAt: row.createdAt, author, deleted };
  });
}
