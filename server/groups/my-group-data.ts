import { asc, eq, or } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { bookBallots, bookNominees, bookVotes, groups, rotaAbsences } from "#db/schema/groups.ts";
import { meetings, rotaSwaps } from "#db/schema/meetings.ts";

/** What groups keep about oneself, for the own export: days one cannot lead, swaps, books proposed and voted for. */
export async function myGroupData(db: Db, personId: number) {
  const { title, author, why, nominatedAt } = bookNominees;
  const { askedAt, acceptedAt, declinedAt, withdrawnAt } = rotaSwaps;
  return {
    rotaAbsences: await db
      .select({ group: groups.name, fromDay: rotaAbsences.fromDay, toDay: rotaAbsences.toDay, createdAt: rotaAbsences.createdAt })
      .from(rotaAbsences)
      .innerJoin(groups, eq(groups.id, rotaAbsences.groupId))
      .where(eq(rotaAbsences.personId, personId))
      .orderBy(asc(rotaAbsences.id)),
    rotaSwaps: await db
      .select({ meeting: meetings.title, askedAt, acceptedAt, declinedAt, withdrawnAt })
      .from(rotaSwaps)
      .innerJoin(meetings, eq(meetings.id, rotaSwaps.meetingId))
      .where(or(eq(rotaSwaps.askedBy, personId), eq(rotaSwaps.askedOf, personId)))
      .orderBy(asc(rotaSwaps.id)),
    booksNominated: await db
      .select({ title, author, why, nominatedAt })
      .from(bookNominees)
      .where(eq(bookNominees.nominatedBy, personId))
      .orderBy(asc(bookNominees.id)),
    bookBallots: await db
      .select({ title, votedAt: bookBallots.votedAt, opensAt: bookVotes.opensAt })
      .from(bookBallots)
      .innerJoin(bookNominees, eq(bookNominees.id, bookBallots.nomineeId))
      .innerJoin(bookVotes, eq(bookVotes.id, bookBallots.voteId))
      .where(eq(bookBallots.personId, personId)),
  };
}
