import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { groupMembers } from "#db/schema/groups.ts";
import { Refusal } from "#domain/refusal.ts";
import { membersOf } from "./members-of.ts";
import { replanRota } from "./replan-rota.ts";
import { delist } from "./sync-roster.ts";
import { tellLeadReaders } from "./tell-lead-readers.ts";

type Group = Readonly<{ id: number; slug: string; name: string }>;

/**
 * Ends a membership; its row stays as history. What the person was to lead passes on by the rota, and whoever leads it now is told. The
 * leader cannot go before somebody else leads.
 */
export async function partWith(tx: Tx, group: Group, personId: number, now: Date): Promise<{ name: string }> {
  const found = (await membersOf(tx, group.id)).find(({ id }) => id === personId);
  if (!found) throw new Refusal("not-a-member");
  if (found.role === "leader") throw new Refusal("leader-stays");
  const membership = and(eq(groupMembers.groupId, group.id), eq(groupMembers.personId, personId), isNull(groupMembers.leftAt));
  await tx.update(groupMembers).set({ leftAt: now }).where(membership);
  await delist(tx, group.id, personId, now);
  const { changed } = await replanRota(tx, group, { now, without: personId });
  await tellLeadReaders(tx, changed, { slug: group.slug, name: group.name, by: personId, now });
  return { name: found.name };
}
