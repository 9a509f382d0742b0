import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { matchAnswers, matches, matchPlayers, matchWaiters, ratings } from "#db/schema/matches.ts";

/** The own matches, one's answers in them, the hidden rating and a wait that is going on, for the own export: nothing of the others. */
export async function myMatchData(db: Db, personId: number) {
  const { rating, standing, games, changedAt } = ratings;
  const { size, since } = matchWaiters;
  return {
    matches: await db
      .select({
        ...{ id: matches.id, size: matches.size, startedAt: matches.startedAt, day: matchPlayers.day, counts: matchPlayers.counts },
        ...{ leftAt: matchPlayers.leftAt, rightCount: matchPlayers.rightCount, place: matchPlayers.place },
        ...{ endedAt: matches.endedAt, arenaId: matches.arenaId, rating: matchPlayers.rating },
      })
      .from(matchPlayers)
      .innerJoin(matches, eq(matches.id, matchPlayers.matchId))
      .where(eq(matchPlayers.personId, personId))
      .orderBy(asc(matches.id)),
    matchAnswers: await db
      .select({
        ...{ matchId: matchAnswers.matchId, slot: matchAnswers.slot, response: matchAnswers.response },
        ...{ isRight: matchAnswers.isRight, answeredAt: matchAnswers.answeredAt },
      })
      .from(matchAnswers)
      .innerJoin(matches, eq(matches.id, matchAnswers.matchId))
      .where(eq(matchAnswers.personId, personId))
      .orderBy(asc(matchAnswers.matchId), asc(matchAnswers.slot)),
    matchRatings: await db.select({ rating, standing, games, changedAt }).from(ratings).where(eq(ratings.personId, personId)),
    matchQueue: await db.select({ size, since }).from(matchWaiters).where(eq(matchWaiters.personId, personId)),
  };
}
