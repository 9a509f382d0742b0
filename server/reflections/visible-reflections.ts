import { eq, type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { reflections } from "#db/schema/reflections.ts";
import { OVERSEERS } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { inSubtrees } from "#server/branches/in-subtrees.ts";

/** can.seeReflection said in SQL. Needs `reflections` joined with `branches`. */
export function visibleReflections(viewer: Member): SQL {
  return sql`(${reflections.deletedAt} is null and (${reflections.personId} = ${viewer.personId}
    or (${reflections.handedInAt} is not null
      and (${reflections.branchId} = ${viewer.branchId} or ${inSubtrees(viewer, OVERSEERS)}))))`;
}

/** One piece with the path every permission asks for. */
export async function findReflection(db: Db | Tx, id: number) {
  const [row] = await db
    .select({ piece: reflections, path: branches.path })
    .from(reflections)
    .innerJoin(branches, eq(branches.id, reflections.branchId))
    .where(eq(reflections.id, id));
  return row && { ...row.piece, path: row.path };
}

/** The same for a change: two windows on one piece are taken one after the other. */
export async function lockReflection(tx: Tx, id: number) {
  await tx.execute(sql`select 1 from reflections where id = ${id} for update`);
  // A statement of its own: the one above began before the wait, and would not see what we waited for.
  return findReflection(tx, id);
}
