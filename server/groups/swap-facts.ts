import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { groups } from "#db/schema/groups.ts";
import { meetings, rotaSwaps } from "#db/schema/meetings.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { lockGroup } from "./group-facts.ts";

/** The meeting of a group that somebody leads and may still give away. */
export async function swappable(tx: Tx, groupId: number, meetingId: number, now: Date) {
  const { id, title, startsAt, leadReaderId, cancelledAt, openedAt, groupId: of } = meetings;
  const [found] = await tx
    .select({ id, title, startsAt, leadReaderId, cancelledAt, openedAt, groupId: of })
    .from(meetings)
    .where(eq(id, meetingId));
  if (found?.groupId !== groupId) throw new Refusal("not-found");
  if (found.cancelledAt) throw new Refusal("meeting-cancelled");
  if (found.openedAt || found.startsAt <= now) throw new Refusal("meeting-begun");
  return found;
}

/** A swap with its group, both held: two who answer it at once are taken one after the other. */
export async function lockSwap(tx: Tx, id: number, viewer: Member) {
  const [of] = await tx
    .select({ slug: groups.slug })
    .from(rotaSwaps)
    .innerJoin(meetings, eq(meetings.id, rotaSwaps.meetingId))
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .where(eq(rotaSwaps.id, id));
  const group = of && (await lockGroup(tx, of.slug, viewer));
  if (!group) return undefined;
  await tx.execute(sql`select 1 from rota_swaps where id = ${id} for update`);
  const [swap] = await tx.select().from(rotaSwaps).where(eq(rotaSwaps.id, id));
  return swap && { ...group, swap };
}
export type LockedSwap = NonNullable<Awaited<ReturnType<typeof lockSwap>>>;

/** Refuses what was answered or taken back already. */
export function refuseSettledSwap({ swap }: LockedSwap): void {
  if (swap.acceptedAt || swap.declinedAt || swap.withdrawnAt) throw new Refusal("already-answered-swap");
}
