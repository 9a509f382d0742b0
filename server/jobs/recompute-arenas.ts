import { asc } from "drizzle-orm";
import { database } from "#db/client.ts";
import { arenaBoards } from "#db/schema/arenas.ts";
import type { ArenaRow } from "#domain/matches/arena.ts";
import { findLaidDown, readArenaFacts, reckonArena } from "#server/arenas/arena-facts.ts";
import { lockArena } from "#server/arenas/find-arena.ts";

export type ArenaDifference = Readonly<{ what: "arena"; id: number; stored: unknown; computed: unknown }>;

/** A board as a line to compare: who stands where, with what. */
const lineOf = (rows: readonly ArenaRow[]): string =>
  JSON.stringify(rows.map(({ personId, place, points, games, wins, isOnFire }) => [personId, place, points, games, wins, isOnFire]));

/** The boards that were laid down, anew out of their duels; each under the arenas' lock, so that no striking comes between. */
export async function recomputeArenas(): Promise<{ checked: number; found: ArenaDifference[] }> {
  const db = database("judge");
  const laid = await db.selectDistinct({ id: arenaBoards.arenaId }).from(arenaBoards).orderBy(asc(arenaBoards.arenaId));
  const found: ArenaDifference[] = [];
  for (const { id } of laid)
    await db.transaction(async (tx) => {
      const [arena, rows] = [await lockArena(tx, id), await findLaidDown(tx, id)];
      if (!arena || !rows) return;
      const [stored, computed] = [lineOf(rows), lineOf(reckonArena(await readArenaFacts(tx, arena)))];
      if (stored !== computed) found.push({ what: "arena", id, stored, computed });
    });
  return { checked: laid.length, found };
}
