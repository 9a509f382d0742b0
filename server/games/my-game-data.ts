import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { gameAnswers, gamePlayers, games } from "#db/schema/games.ts";

/** The games one played and what one answered there, for the own export: nothing of the others, and no marks, which the board tells. */
export async function myGameData(db: Db, personId: number) {
  const { team, isCaptain, joinedAt, removedAt, timePercent } = gamePlayers;
  return {
    games: await db
      .select({ ...{ id: games.id, title: games.title, code: games.code }, ...{ team, isCaptain, joinedAt, removedAt, timePercent } })
      .from(gamePlayers)
      .innerJoin(games, eq(games.id, gamePlayers.gameId))
      .where(eq(gamePlayers.personId, personId))
      .orderBy(asc(games.id)),
    gameAnswers: await db
      .select({
        ...{ gameId: gameAnswers.gameId, questionNo: gameAnswers.questionNo },
        ...{ response: gameAnswers.response, receivedAt: gameAnswers.receivedAt },
      })
      .from(gameAnswers)
      .innerJoin(gamePlayers, eq(gamePlayers.id, gameAnswers.playerId))
      .where(eq(gamePlayers.personId, personId))
      .orderBy(asc(gameAnswers.gameId), asc(gameAnswers.questionNo)),
  };
}
