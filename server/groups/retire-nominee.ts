import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { bookNominees } from "#db/schema/groups.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockGroup } from "./group-facts.ts";
import { groupSlug } from "./group-fields.ts";
import { ballotsOf, latestVote } from "./vote-facts.ts";

/** Takes a proposal back: whoever made it, or who leads the group. Not while people have votes on it. */
export const retireNominee = command({
  at: "POST /api/groups/:slug/nominees/:id/retire",
  input: z.strictObject({ slug: groupSlug, id: idSchema }),
  output: z.object({ retired: z.boolean() }),
  refusals: ["already-voted-for"],
  door: "play",
  load: async (tx, { slug, id }, { viewer }) => {
    const group = await lockGroup(tx, slug, viewer);
    const standing = and(eq(bookNominees.id, id), eq(bookNominees.groupId, group?.id ?? 0), isNull(bookNominees.retiredAt));
    const [nominee] = await tx.select().from(bookNominees).where(standing);
    return group && nominee && { ...group, nominee };
  },
  may: (viewer, found) => can.leadGroup(viewer, found) || (can.joinIn(viewer, found) && found.nominee.nominatedBy === viewer.personId),
  async run(tx, { nominee, id: groupId }, _input, { now }) {
    const vote = await latestVote(tx, groupId);
    const cast = vote && !vote.countedAt ? await ballotsOf(tx, vote.id) : [];
    if (nominee.chosenIn !== null || cast.some(({ nomineeId }) => nomineeId === nominee.id)) throw new Refusal("already-voted-for");
    await tx.update(bookNominees).set({ retiredAt: now }).where(eq(bookNominees.id, nominee.id));
    return { retired: true };
  },
});
