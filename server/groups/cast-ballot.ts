import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { bookBallots } from "#db/schema/groups.ts";
import { can } from "#domain/access.ts";
import { checkBallot } from "#domain/groups/count-votes.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { groupSlug } from "./group-fields.ts";
import { lockVote, nomineesUp } from "./vote-facts.ts";

const chosenSchema = z.preprocess(
  (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
  z.array(idSchema).max(60),
);

/** Gives one's votes, at most one a book. Voting again, while the vote is open, takes the place of what one gave before. */
export const castBallot = command({
  at: "POST /api/groups/:slug/votes/:id/ballot",
  input: z.strictObject({ slug: groupSlug, id: idSchema, nominees: chosenSchema }),
  output: z.object({ votes: z.number() }),
  refusals: ["vote-closed", "too-many-votes", "vote-twice", "no-such-nominee"],
  door: "play",
  load: (tx, input, { viewer }) => lockVote(tx, input, viewer),
  may: can.joinIn,
  async run(tx, { vote, id: groupId }, { nominees }, { viewer, now }) {
    if (vote.countedAt || now >= vote.closesAt) throw new Refusal("vote-closed");
    const up = await nomineesUp(tx, groupId);
    checkBallot(
      nominees,
      up.map(({ id }) => id),
      vote.votesEach,
    );
    await tx.delete(bookBallots).where(and(eq(bookBallots.voteId, vote.id), eq(bookBallots.personId, viewer.personId)));
    const rows = nominees.map((nomineeId) => ({ voteId: vote.id, nomineeId, personId: viewer.personId, votedAt: now }));
    if (rows.length > 0) await tx.insert(bookBallots).values(rows);
    return { votes: rows.length };
  },
});
