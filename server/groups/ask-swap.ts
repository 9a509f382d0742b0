import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { rotaSwaps } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command } from "#server/verb.ts";
import { lockGroup } from "./group-facts.ts";
import { groupSlug } from "./group-fields.ts";
import { membersOf } from "./members-of.ts";
import { swappable } from "./swap-facts.ts";

async function refuseOpenSwap(tx: Tx, meetingId: number): Promise<void> {
  const { acceptedAt, declinedAt, withdrawnAt } = rotaSwaps;
  const open = and(eq(rotaSwaps.meetingId, meetingId), isNull(acceptedAt), isNull(declinedAt), isNull(withdrawnAt));
  const found = await tx.select({ id: rotaSwaps.id }).from(rotaSwaps).where(open);
  if (found.length > 0) throw new Refusal("already-asked-swap");
}

/** Asks another lead reader to change places: the first of the two taps (D13). */
export const askSwap = command({
  at: "POST /api/groups/:slug/swaps",
  input: z.strictObject({ slug: groupSlug, meetingId: idSchema, withMeetingId: idSchema }),
  output: z.object({ id: z.number() }),
  refusals: ["not-your-turn", "no-one-to-swap", "already-asked-swap", "meeting-begun", "meeting-cancelled"],
  door: "play",
  load: (tx, { slug }, { viewer }) => lockGroup(tx, slug, viewer),
  may: can.joinIn,
  async run(tx, group, { slug, meetingId, withMeetingId }, { viewer, now }) {
    const mine = await swappable(tx, group.id, meetingId, now);
    const theirs = await swappable(tx, group.id, withMeetingId, now);
    if (mine.leadReaderId !== viewer.personId) throw new Refusal("not-your-turn");
    const askedOf = theirs.leadReaderId;
    const members = await membersOf(tx, group.id);
    if (askedOf === null || askedOf === viewer.personId || !members.some(({ id }) => id === askedOf)) throw new Refusal("no-one-to-swap");
    await refuseOpenSwap(tx, meetingId);
    const when = { startsAt: mine.startsAt, withStartsAt: theirs.startsAt };
    const [made] = await tx
      .insert(rotaSwaps)
      .values({ meetingId, withMeetingId, askedBy: viewer.personId, askedOf, askedAt: now, ...when })
      .returning({ id: rotaSwaps.id });
    const params = { name: viewer.name, group: group.name };
    await giveNotice(tx, { personIds: [askedOf], kind: "swap-asked", params, path: `/groups/${slug}`, now });
    return { id: made?.id ?? 0 };
  },
});
