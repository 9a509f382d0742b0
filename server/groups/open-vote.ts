import { z } from "zod";
import { bookVotes } from "#db/schema/groups.ts";
import { can } from "#domain/access.ts";
import { daySchema } from "#domain/groups/recurrence.ts";
import { instantOf } from "#domain/groups/wall-clock.ts";
import { Refusal } from "#domain/refusal.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { lockGroup } from "./group-facts.ts";
import { groupSlug, refuseClosedGroup } from "./group-fields.ts";
import { membersOf } from "./members-of.ts";
import { latestVote } from "./vote-facts.ts";

const LONGEST_MS = 92 * 86_400_000;
const ZONE = "Asia/Shanghai";

/** Opens the vote on the next book, to the end of a day. Books nominated before and not chosen are up again. */
export const openVote = command({
  at: "POST /api/groups/:slug/votes",
  input: z.strictObject({ slug: groupSlug, votesEach: z.coerce.number().int().min(1).max(20).default(3), closesOn: daySchema }),
  output: z.object({ id: z.number(), closesAt: z.date() }),
  refusals: ["group-closed", "already-open-vote", "window-is-over", "window-too-long"],
  door: "play",
  load: (tx, { slug }, { viewer }) => lockGroup(tx, slug, viewer),
  may: can.leadGroup,
  async run(tx, group, { slug, votesEach, closesOn }, { viewer, now }) {
    refuseClosedGroup(group);
    const latest = await latestVote(tx, group.id);
    if (latest && !latest.countedAt) throw new Refusal("already-open-vote");
    const closesAt = new Date(instantOf(closesOn, "23:59", ZONE).getTime() + 59_999);
    if (closesAt <= now) throw fieldRefusal("closesOn", "window-is-over");
    if (closesAt.getTime() - now.getTime() > LONGEST_MS) throw fieldRefusal("closesOn", "window-too-long");
    const [made] = await tx
      .insert(bookVotes)
      .values({ groupId: group.id, votesEach, opensAt: now, closesAt, createdBy: viewer.personId, createdAt: now })
      .returning({ id: bookVotes.id });
    const personIds = (await membersOf(tx, group.id)).map(({ id }) => id).filter((id) => id !== viewer.personId);
    await giveNotice(tx, { personIds, kind: "vote-opened", params: { group: group.name }, path: `/groups/${slug}/vote`, now });
    return { id: made?.id ?? 0, closesAt };
  },
});
