import { eq } from "drizzle-orm";
import { z } from "zod";
import { bookNominees, bookVotes } from "#db/schema/groups.ts";
import { can } from "#domain/access.ts";
import { countVotes, winnersOf } from "#domain/groups/count-votes.ts";
import { Refusal } from "#domain/refusal.ts";
import { blankable, idSchema } from "#server/input-schemas.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { groupSlug, refuseClosedGroup } from "./group-fields.ts";
import { membersOf } from "./members-of.ts";
import { ballotsOf, lockVote, nomineesUp } from "./vote-facts.ts";

/**
 * Counts a vote that is over, or in which everybody has voted, and tells the result. Where several books share the first place, it stays a
 * tie unless `chosen` names one of them, as the group decided. Books that were not chosen stay nominated.
 */
export const countBookVote = command({
  at: "POST /api/groups/:slug/votes/:id/count",
  input: z.strictObject({ slug: groupSlug, id: idSchema, chosen: blankable(idSchema) }),
  output: z.object({ chosen: z.number().nullable(), isTie: z.boolean() }),
  refusals: ["group-closed", "already-counted", "vote-still-open", "not-in-first-place"],
  door: "play",
  load: (tx, input, { viewer }) => lockVote(tx, input, viewer),
  may: can.leadGroup,
  async run(tx, group, { slug, chosen }, { viewer, now }) {
    refuseClosedGroup(group);
    const { vote } = group;
    if (vote.countedAt) throw new Refusal("already-counted");
    const [members, ballots] = [await membersOf(tx, group.id), await ballotsOf(tx, vote.id)];
    const everybody = members.every(({ id }) => ballots.some(({ personId }) => personId === id));
    if (now < vote.closesAt && !everybody) throw new Refusal("vote-still-open");
    const up = await nomineesUp(tx, group.id);
    const winners = winnersOf(
      countVotes(
        up.map(({ id }) => id),
        ballots,
      ),
    );
    if (chosen !== undefined && !winners.includes(chosen)) throw fieldRefusal("chosen", "not-in-first-place");
    const book = chosen ?? (winners.length === 1 ? winners[0] : undefined) ?? null;
    await tx.update(bookVotes).set({ countedAt: now }).where(eq(bookVotes.id, vote.id));
    if (book !== null) await tx.update(bookNominees).set({ chosenIn: vote.id }).where(eq(bookNominees.id, book));
    const title = up.find(({ id }) => id === book)?.title;
    const params = { group: group.name, ...(title !== undefined && { title }) };
    const personIds = members.map(({ id }) => id).filter((id) => id !== viewer.personId);
    const kind = title === undefined ? "vote-tied" : "vote-counted";
    await giveNotice(tx, { personIds, kind, params, path: `/groups/${slug}/vote`, now });
    return { chosen: book, isTie: winners.length > 1 };
  },
});
