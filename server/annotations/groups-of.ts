import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { groupMembers, groups } from "#db/schema/groups.ts";

/** The study groups somebody belongs to now: whom an annotation can be shared with. */
export async function listGroupsOf(db: Db, personId: number): Promise<{ id: number; name: string }[]> {
  return db
    .select({ id: groups.id, name: groups.name })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(and(eq(groupMembers.personId, personId), isNull(groupMembers.leftAt), isNull(groups.closedAt)))
    .orderBy(asc(groups.name), asc(groups.id));
}
