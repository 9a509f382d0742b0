import { and, eq, isNull, lte, notExists } from "drizzle-orm";
import { database } from "#db/client.ts";
import { arenaBoards, arenas } from "#db/schema/arenas.ts";
import { matches } from "#db/schema/matches.ts";
import { findLaidDown, layDown } from "./arena-facts.ts";
import { lockArena } from "./find-arena.ts";

/**
 * Lays down the boards of arenas that are over, each once, however many workers come. One waits until every duel of it is reckoned up: what
 * ended in time counts, however late it was reckoned.
 */
export async function closeArenas(now: Date): Promise<number> {
  const db = database("judge");
  const laid = db.select({ id: arenaBoards.id }).from(arenaBoards).where(eq(arenaBoards.arenaId, arenas.id));
  const open = db
    .select({ id: matches.id })
    .from(matches)
    .where(and(eq(matches.arenaId, arenas.id), isNull(matches.settledAt)));
  const ended = await db
    .select({ id: arenas.id })
    .from(arenas)
    .where(and(lte(arenas.closesAt, now), isNull(arenas.cancelledAt), notExists(laid), notExists(open)))
    .orderBy(arenas.id)
    .limit(50);
  for (const { id } of ended)
    await db.transaction(async (tx) => {
      const arena = await lockArena(tx, id);
      if (arena && (await findLaidDown(tx, id)) === undefined) await layDown(tx, arena, now);
    });
  return ended.length;
}
