import { eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { meetings, rotaSwaps } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { flagSchema, idSchema } from "#server/input-schemas.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command } from "#server/verb.ts";
import { setLeadReader } from "./set-lead-reader.ts";
import { type LockedSwap, lockSwap, refuseSettledSwap, swappable } from "./swap-facts.ts";

/** Both meetings must stand as they stood when the swap was asked: same lead readers, same time. */
async function changePlaces(tx: Tx, { swap, id: groupId }: LockedSwap, now: Date): Promise<void> {
  await tx
    .select({ id: meetings.id })
    .from(meetings)
    .where(inArray(meetings.id, [swap.meetingId, swap.withMeetingId]))
    .orderBy(meetings.id)
    .for("update");
  const [one, other] = [await swappable(tx, groupId, swap.meetingId, now), await swappable(tx, groupId, swap.withMeetingId, now)];
  const isMoved = one.startsAt.getTime() !== swap.startsAt.getTime() || other.startsAt.getTime() !== swap.withStartsAt.getTime();
  if (isMoved || one.leadReaderId !== swap.askedBy || other.leadReaderId !== swap.askedOf) throw new Refusal("swap-changed");
  await setLeadReader(tx, one, swap.askedOf, now);
  await setLeadReader(tx, other, swap.askedBy, now);
}

/** Agrees to change places, or does not: the second of the two taps (D13). Both are told. */
export const answerSwap = command({
  at: "POST /api/swaps/:id/answer",
  input: z.strictObject({ id: idSchema, agree: flagSchema }),
  output: z.object({ agreed: z.boolean() }),
  refusals: ["already-answered-swap", "swap-changed", "meeting-begun", "meeting-cancelled"],
  door: "play",
  load: (tx, { id }, { viewer }) => lockSwap(tx, id, viewer),
  may: (viewer, found) => can.joinIn(viewer, found) && found.swap.askedOf === viewer.personId,
  async run(tx, found, { agree }, { viewer, now }) {
    refuseSettledSwap(found);
    const { swap, slug, name: group } = found;
    if (agree) await changePlaces(tx, found, now);
    await tx
      .update(rotaSwaps)
      .set(agree ? { acceptedAt: now } : { declinedAt: now })
      .where(eq(rotaSwaps.id, swap.id));
    const gift = { params: { name: viewer.name, group }, path: `/groups/${slug}`, now };
    await giveNotice(tx, { ...gift, personIds: [swap.askedBy], kind: agree ? "swap-accepted" : "swap-declined" });
    if (agree) await giveNotice(tx, { ...gift, personIds: [viewer.personId], kind: "swap-done" });
    return { agreed: agree };
  },
});
