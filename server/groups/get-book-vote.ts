import { and, desc, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { bookNominees, bookVotes } from "#db/schema/groups.ts";
import { can } from "#domain/access.ts";
import { countVotes, winnersOf } from "#domain/groups/count-votes.ts";
import { query } from "#server/verb.ts";
import { findInside } from "./find-inside.ts";
import { groupSlug } from "./group-fields.ts";
import { membersOf } from "./members-of.ts";
import { ballotsOf, latestVote, nomineesUp } from "./vote-facts.ts";

const line = z.object({
  nomineeId: z.number(),
  title: z.string(),
  votes: z.number(),
  place: z.number(),
  isTied: z.boolean(),
  isChosen: z.boolean(),
});

type Nominee = typeof bookNominees.$inferSelect;
const isUpAt = ({ nominatedAt, chosenIn, retiredAt }: Nominee, voteId: number, at: Date) =>
  nominatedAt <= at && (chosenIn === null || chosenIn >= voteId) && (retiredAt === null || retiredAt > at);

/** A counted vote as it ended: what was up then, with its votes. */
async function resultOf(db: Db, groupId: number, voteId: number, countedAt: Date) {
  const all = await db
    .select()
    .from(bookNominees)
    .where(eq(bookNominees.groupId, groupId))
    .orderBy(bookNominees.nominatedAt, bookNominees.id);
  const ballots = await ballotsOf(db, voteId);
  const cast = new Set(ballots.map(({ nomineeId }) => nomineeId));
  const up = all.filter((one) => cast.has(one.id) || isUpAt(one, voteId, countedAt));
  const byId = new Map(up.map((one) => [one.id, one]));
  return countVotes([...byId.keys()], ballots).map((one) => ({
    ...one,
    title: byId.get(one.nomineeId)?.title ?? "",
    isChosen: byId.get(one.nomineeId)?.chosenIn === voteId,
  }));
}

/** The vote on the next book: what is up, how many have voted, one's own votes; counts only once it was counted. Earlier results. */
export const getBookVote = query({
  at: "GET /api/groups/:slug/votes",
  input: z.strictObject({ slug: groupSlug }),
  output: z.object({
    open: z
      .object({
        ...{ id: z.number(), votesEach: z.number(), opensAt: z.date(), closesAt: z.date(), isOver: z.boolean() },
        ...{ voted: z.number(), members: z.number(), own: z.array(z.number()) },
        /** Shared first places, for whoever counts a vote that can be counted. */
        mayCount: z.boolean(),
        tied: z.array(z.number()),
      })
      .nullable(),
    nominees: z.array(
      z.object({
        ...{ id: z.number(), title: z.string(), author: z.string(), why: z.string(), mayRetire: z.boolean() },
      }),
    ),
    results: z.array(z.object({ id: z.number(), countedAt: z.date(), lines: z.array(line) })),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { slug }, { viewer, now }) {
    const group = await findInside(db, slug, viewer);
    const leads = can.leadGroup(viewer, group) && group.closedAt === null;
    const vote = await latestVote(db, group.id);
    const running = vote && !vote.countedAt ? vote : undefined;
    const [up, members] = [await nomineesUp(db, group.id), await membersOf(db, group.id)];
    const ballots = running ? await ballotsOf(db, running.id) : [];
    const voters = new Set(ballots.map(({ personId }) => personId));
    const mayCount = leads && running !== undefined && (now >= running.closesAt || members.every(({ id }) => voters.has(id)));
    const ids = up.map(({ id }) => id);
    const winners = mayCount ? winnersOf(countVotes(ids, ballots)) : [];
    const counted = await db
      .select({ id: bookVotes.id, countedAt: bookVotes.countedAt })
      .from(bookVotes)
      .where(and(eq(bookVotes.groupId, group.id), isNotNull(bookVotes.countedAt)))
      .orderBy(desc(bookVotes.id))
      .limit(10);
    const results = [];
    for (const { id, countedAt } of counted)
      if (countedAt) results.push({ id, countedAt, lines: await resultOf(db, group.id, id, countedAt) });
    return {
      open: running
        ? {
            ...running,
            ...{ isOver: now >= running.closesAt, voted: voters.size, members: members.length, mayCount },
            own: ballots.filter(({ personId }) => personId === viewer.personId).map(({ nomineeId }) => nomineeId),
            tied: winners.length > 1 ? winners : [],
          }
        : null,
      nominees: up.map((one) => ({
        ...one,
        mayRetire: leads || (one.nominatedBy === viewer.personId && group.role !== null),
      })),
      results,
    };
  },
});
