import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { groupPlans } from "#db/schema/groups.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { lockGroup } from "./group-facts.ts";
import { refuseClosedGroup } from "./group-fields.ts";

/** A plan with its group, both held: everybody who plans for a group is taken one after the other. */
export async function lockPlan(tx: Tx, { slug, id }: { slug: string; id: number }, viewer: Member) {
  const group = await lockGroup(tx, slug, viewer);
  if (!group) return undefined;
  const [plan] = await tx
    .select()
    .from(groupPlans)
    .where(and(eq(groupPlans.id, id), eq(groupPlans.groupId, group.id)));
  return plan && { ...group, plan };
}
export type LockedPlan = NonNullable<Awaited<ReturnType<typeof lockPlan>>>;

/** A plan of a closed group, a plan that is over, or one that somebody changed meanwhile takes no changes. */
export function refuseStalePlan({ plan, ...group }: LockedPlan, revision: number): void {
  refuseClosedGroup(group);
  if (plan.closedAt) throw new Refusal("plan-closed");
  if (plan.revision !== revision) throw new Refusal("plan-changed");
}
