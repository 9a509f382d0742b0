import { and, asc, eq, isNotNull, lte } from "drizzle-orm";
import { database } from "#db/client.ts";
import { gameAnswers, gamePlayers, games } from "#db/schema/games.ts";
import { questionVersions } from "#db/schema/questions.ts";
import { noteAnswers } from "#server/reviews/note-answers.ts";

/**
 * Takes one question of a game that is over into the wrong-books of those who answered it wrong (D9), and counts a right answer as a review
 * where it stands there; what was not answered was not wrong. Two workers may do it at once. Says how many questions it did: none or one.
 */
export async function noteGameMistakes(now: Date): Promise<number> {
  return database("judge").transaction(async (tx) => {
    const [game] = await tx
      .select({ id: games.id, questionNo: games.notedQuestions })
      .from(games)
      .where(and(isNotNull(games.endedAt), isNotNull(games.startedAt), lte(games.notedQuestions, games.questionNo)))
      .orderBy(asc(games.endedAt))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!game) return 0;
    const rows = await tx
      .select({
        ...{ personId: gamePlayers.personId, questionId: questionVersions.questionId },
        ...{ versionId: gameAnswers.versionId, isRight: gameAnswers.isRight },
      })
      .from(gameAnswers)
      .innerJoin(gamePlayers, eq(gamePlayers.id, gameAnswers.playerId))
      .innerJoin(questionVersions, eq(questionVersions.id, gameAnswers.versionId))
      .where(and(eq(gameAnswers.gameId, game.id), eq(gameAnswers.questionNo, game.questionNo)));
    const answered = rows.map((row) => ({ ...row, cause: "practice" as const }));
    await noteAnswers(tx, answered, now);
    await tx
      .update(games)
      .set({ notedQuestions: game.questionNo + 1 })
      .where(eq(games.id, game.id));
    return 1;
  });
}
