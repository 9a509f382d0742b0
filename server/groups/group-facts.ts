import { eq, type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { groups } from "#db/schema/groups.ts";
import { branches } from "#db/schema/people.ts";
import { OVERSEERS } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { inSubtrees } from "#server/branches/in-subtrees.ts";

type Role = "leader" | "deputy" | "member";

/** The viewer's own role in a group now; null: none. */
const ownRole = (viewer: Member): SQL<Role | null> => sql<Role | null>`(
  select gm.role from group_members gm
  where gm.group_id = ${groups.id} and gm.person_id = ${viewer.personId} and gm.left_at is null and ${groups.closedAt} is null)`;

/** can.seeGroup said in SQL. Needs the joins of `groupFacts`. */
export function visibleGroups(viewer: Member): SQL {
  return sql`(${ownRole(viewer)} is not null or ${inSubtrees(viewer, OVERSEERS)}
    or (not ${groups.isPrivate} and ${viewer.branchPath} like ${branches.path} || '%'))`;
}

/** What permissions ask of groups, of all that `where` names; what one may not see is in it too. */
export function groupFacts(db: Db | Tx, viewer: Member, where: SQL | undefined) {
  const { id, slug, name, branchId, isPrivate, closedAt, revision } = groups;
  return db
    .select({ ...{ id, slug, name, branchId, isPrivate, closedAt, revision }, path: branches.path, role: ownRole(viewer) })
    .from(groups)
    .innerJoin(branches, eq(branches.id, groups.branchId))
    .where(where)
    .$dynamic();
}

/** One group for a change, by its slug: two people at the same one are taken one after the other. */
export async function lockGroup(tx: Tx, slug: string, viewer: Member) {
  await tx.execute(sql`select 1 from groups where slug = ${slug} for update`);
  // A statement of its own: the one above began before the wait, and would not see what we waited for.
  const [found] = await groupFacts(tx, viewer, eq(groups.slug, slug));
  return found;
}
