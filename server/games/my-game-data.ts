import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { gameAnswers, gameAsks, gameAskVotes, gamePlayers, gamePrompts, gameSays, games } from "#db/schema/games.ts";

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
    gameSays: await db
      .select({
        ...{ gameId: gamePrompts.gameId, title: gamePrompts.title, options: gamePrompts.options },
        ...{ pick: gameSays.pick, words: gameSays.words, saidAt: gameSays.saidAt },
      })
      .from(gameSays)
      .innerJoin(gamePrompts, eq(gamePrompts.id, gameSays.promptId))
      .innerJoin(gamePlayers, eq(gamePlayers.id, gameSays.playerId))
      .where(eq(gamePlayers.personId, personId))
      .orderBy(asc(gameSays.promptId)),
    gameAsks: await db
      .select({ gameId: gamePlayers.gameId, body: gameAsks.body, askedAt: gameAsks.askedAt, state: gameAsks.state })
      .from(gameAsks)
      .innerJoin(gamePlayers, eq(gamePlayers.id, gameAsks.playerId))
      .where(eq(gamePlayers.personId, personId))
      .orderBy(asc(gameAsks.id)),
    gameAskVotes: await db
      .select({ gameId: gamePlayers.gameId, askId: gameAskVotes.askId, isOn: gameAskVotes.isOn, votedAt: gameAskVotes.votedAt })
      .from(gameAskVotes)
      .innerJoin(gamePlayers, eq(gamePlayers.id, gameAskVotes.playerId))
      .where(eq(gamePlayers.personId, personId))
      .orderBy(asc(gameAskVotes.askId)),
  };
}
