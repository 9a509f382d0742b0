import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { groupMembers } from "#db/schema/groups.ts";
import { branches, people } from "#db/schema/people.ts";

/** Who belongs to a group now: its leader first, then deputies, then the others as they joined. */
export async function membersOf(db: Db | Tx, groupId: number) {
  const { role, joinedAt, termEndsOn } = groupMembers;
  return db
    .select({
      ...{ id: people.id, name: people.name, branchId: people.branchId, branch: branches.name, role, joinedAt, termEndsOn },
      isDisabled: sql<boolean>`${people.disabledAt} is not null`,
    })
    .from(groupMembers)
    .innerJoin(people, eq(people.id, groupMembers.personId))
    .innerJoin(branches, eq(branches.id, people.branchId))
    .where(and(eq(groupMembers.groupId, groupId), isNull(groupMembers.leftAt)))
    .orderBy(sql`array_position(array['leader', 'deputy', 'member'], ${role})`, asc(joinedAt), asc(groupMembers.id));
}
export type GroupMember = Awaited<ReturnType<typeof membersOf>>[number];
