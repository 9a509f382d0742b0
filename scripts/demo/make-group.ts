import { eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { groupMembers, groups } from "#db/schema/groups.ts";
import { people } from "#db/schema/people.ts";

const MEMBERS = ["leader", "member01", "member02", "reviewer", "branchadmin"];

/** A reading group of five from different branches, so that the demo shows notes shared with a group. */
export async function makeDemoGroup(tx: Tx, now: Date): Promise<void> {
  const [leader] = await tx.select({ id: people.id, branchId: people.branchId }).from(people).where(eq(people.account, "leader"));
  if (!leader) throw new Error("the demo has no leader");
  const [group] = await tx
    .insert(groups)
    .values({ slug: "qingnian-dushu", name: "青年读书小组（演示）", branchId: leader.branchId, createdBy: leader.id, createdAt: now })
    .returning({ id: groups.id });
  const members = await tx.select({ id: people.id }).from(people).where(inArray(people.account, MEMBERS));
  await tx.insert(groupMembers).values(
    members.map(({ id }) => ({
      groupId: group?.id ?? 0,
      personId: id,
      role: id === leader.id ? ("leader" as const) : ("member" as const),
      joinedAt: now,
    })),
  );
}
