import { and, asc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { gameAnswers, gameMoves, gamePrompts } from "#db/schema/games.ts";
import { questionKeys, questionVersions } from "#db/schema/questions.ts";
import { placed, teamStandings } from "#domain/games/game-board.ts";
import { shownBody, shownKey } from "#domain/papers/presentation.ts";
import type { Game } from "./find-game.ts";
import { gamePresentation } from "./game-question.ts";
import { promptColumns, promptDeskOf } from "./get-prompt-desk.ts";
import { playersOfGame } from "./list-game-players.ts";
import { toldUpTo } from "./read-game-room.ts";

/** The questions that were revealed, each with how it was answered. */
async function questionsOf(db: Db, game: Game, upTo: number) {
  const ids = game.versionIds.slice(0, upTo + 1);
  if (ids.length === 0) return [];
  const versions = await db
    .select({ id: questionVersions.id, body: questionVersions.body, key: questionKeys.key })
    .from(questionVersions)
    .innerJoin(questionKeys, eq(questionKeys.versionId, questionVersions.id))
    .where(inArray(questionVersions.id, ids));
  const sums = await db
    .select({
      questionNo: gameAnswers.questionNo,
      answered: sql<number>`count(*)::int`,
      right: sql<number>`(count(*) filter (where ${gameAnswers.isRight}))::int`,
      meanMs: sql<number>`round(avg(${gameAnswers.responseMs}))::int`,
    })
    .from(gameAnswers)
    .where(and(eq(gameAnswers.gameId, game.id), lte(gameAnswers.questionNo, upTo)))
    .groupBy(gameAnswers.questionNo);
  return ids.flatMap((versionId, questionNo) => {
    const version = versions.find(({ id }) => id === versionId);
    if (!version) return [];
    const presentation = gamePresentation(game.id, questionNo, version.body);
    const { answered = 0, right = 0, meanMs = null } = sums.find((sum) => sum.questionNo === questionNo) ?? {};
    const body = shownBody(version.body, presentation);
    return [{ questionNo, body, key: shownKey(version.key, presentation, version.body), answered, right, meanMs }];
  });
}

/** Everybody who played, in the order of the board; who was shown out stands at its end without a place. */
async function peopleOf(db: Db, game: Game, upTo: number) {
  const sums = await db
    .select({
      playerId: gameAnswers.playerId,
      answered: sql<number>`count(*)::int`,
      milli: sql<number>`sum(${gameAnswers.milli})::int`,
      right: sql<number>`(count(*) filter (where ${gameAnswers.isRight}))::int`,
      rightMs: sql<number>`coalesce(sum(${gameAnswers.responseMs}) filter (where ${gameAnswers.isRight}), 0)::float8`,
    })
    .from(gameAnswers)
    .where(and(eq(gameAnswers.gameId, game.id), lte(gameAnswers.questionNo, upTo)))
    .groupBy(gameAnswers.playerId);
  const of = new Map(sums.map((sum) => [sum.playerId, sum]));
  const players = await playersOfGame(db, game.id);
  const scored = players.map((player) => {
    const { answered = 0, milli = 0, right = 0, rightMs = 0 } = of.get(player.id) ?? {};
    return { ...player, answered, milli, right, rightMs };
  });
  const board = placed(scored.filter(({ removedAt }) => removedAt === null));
  const out = scored.filter(({ removedAt }) => removedAt !== null).map((one) => ({ ...one, place: null }));
  return [...board, ...out];
}

/** What the room was asked beside the questions, and what came of it. */
async function promptsOf(db: Db, gameId: number) {
  const rows = await db.select(promptColumns).from(gamePrompts).where(eq(gamePrompts.gameId, gameId)).orderBy(asc(gamePrompts.id));
  const told = [];
  for (const row of rows) told.push(await promptDeskOf(db, row));
  return told;
}

/** Whether it was left alone and ended by itself, as its rules print. */
async function endedAlone(db: Db, { id, stage }: Game): Promise<boolean> {
  if (stage !== "over") return false;
  const { gameId, act, movedBy } = gameMoves;
  return (await db.$count(gameMoves, and(eq(gameId, id), eq(act, "end"), isNull(movedBy)))) > 0;
}

/** A game by question and by person, up to the last question that was revealed. */
export async function reportOf(db: Db, game: Game) {
  const upTo = game.stage === "lobby" ? -1 : toldUpTo(game);
  const people = await peopleOf(db, game, upTo);
  const inGame = people.filter(({ place }) => place !== null);
  return {
    questions: await questionsOf(db, game, upTo),
    people,
    prompts: await promptsOf(db, game.id),
    endedAlone: await endedAlone(db, game),
    teams: placed(teamStandings(game.rules.team, game.teams.length, inGame)).map(({ team, ...standing }) => ({
      ...standing,
      name: game.teams[team] ?? "",
    })),
  };
}
