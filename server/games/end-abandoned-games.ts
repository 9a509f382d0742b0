import { and, eq, isNull, sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { gameMoves, games } from "#db/schema/games.ts";
import { abandonedAt, LOBBY_DAYS } from "#domain/games/game-clock.ts";
import { shutPrompt } from "./shut-prompt.ts";

/**
 * Ends games that no host has touched for the time they print, and lobbies that never began: their digits are free again, and what was
 * answered goes the way of any game that is over. Two workers may do it at once. Says how many it ended.
 */
export async function endAbandonedGames(now: Date): Promise<number> {
  const touchedAt = sql<Date>`coalesce((select max(m.moved_at) from game_moves m where m.game_id = ${games.id}), ${games.createdAt})`;
  const idleMs = sql`case when ${games.startedAt} is null then ${LOBBY_DAYS * 86_400_000}::bigint else (${games.rules}->>'idleMs')::bigint end`;
  const rows = await database("judge")
    .select({ id: games.id, startedAt: games.startedAt, rules: games.rules, touchedAt: touchedAt.mapWith(games.createdAt) })
    .from(games)
    .where(and(isNull(games.endedAt), sql`${touchedAt} + ${idleMs} * interval '1 millisecond' <= ${now}`))
    .limit(50);
  let ended = 0;
  for (const { id, startedAt, rules, touchedAt: touched } of rows)
    if (abandonedAt({ startedAt, touchedAt: touched, idleMs: rules.idleMs }) <= now && (await end(id, now))) ended += 1;
  return ended;
}

async function end(id: number, now: Date): Promise<boolean> {
  return database("judge").transaction(async (tx) => {
    const { stateSeq, questionNo, promptId } = games;
    const [game] = await tx
      .select({ stateSeq, questionNo, promptId })
      .from(games)
      .where(and(eq(games.id, id), isNull(games.endedAt)))
      .for("update", { skipLocked: true });
    if (!game) return false;
    await shutPrompt(tx, game, now);
    const over = { stage: "over" as const, pausedAt: null, resumesAt: null, promptId: null, endedAt: now, stateSeq: game.stateSeq + 1 };
    await tx.update(games).set(over).where(eq(games.id, id));
    const step = { gameId: id, stateSeq: game.stateSeq + 1, act: "end" as const, questionNo: game.questionNo };
    await tx.insert(gameMoves).values({ ...step, movedBy: null, movedAt: now });
    return true;
  });
}
