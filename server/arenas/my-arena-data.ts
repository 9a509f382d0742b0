import { and, asc, eq, exists, or } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { arenaStrikes } from "#db/schema/arena-strikes.ts";
import { arenas } from "#db/schema/arenas.ts";
import { matches, matchPlayers } from "#db/schema/matches.ts";
import { findLaidDown } from "./arena-facts.ts";

/** The arenas one played in with the own row of the board that was laid down, and what was struck out of them that concerns oneself. */
export async function myArenaData(db: Db, personId: number) {
  const { id, title, opensAt, closesAt, cancelledAt, endReason } = arenas;
  const played = db
    .select({ id: matches.id })
    .from(matches)
    .innerJoin(matchPlayers, eq(matchPlayers.matchId, matches.id))
    .where(and(eq(matches.arenaId, arenas.id), eq(matchPlayers.personId, personId)));
  const rows = await db
    .select({ id, title, opensAt, closesAt, cancelledAt, endReason })
    .from(arenas)
    .where(exists(played))
    .orderBy(asc(id));
  const own = [];
  for (const arena of rows) {
    const row = (await findLaidDown(db, arena.id))?.find((one) => one.personId === personId);
    const { personId: _self, ...reached } = row ?? { personId };
    own.push({ ...arena, ...reached });
  }
  const mine = db
    .select({ id: matchPlayers.matchId })
    .from(matchPlayers)
    .where(and(eq(matchPlayers.matchId, arenaStrikes.matchId), eq(matchPlayers.personId, personId)));
  const { arenaId, matchId, reason, struckAt, liftedAt, liftReason } = arenaStrikes;
  return {
    arenas: own,
    arenaStrikes: await db
      .select({ arenaId, matchId, reason, struckAt, liftedAt, liftReason })
      .from(arenaStrikes)
      .where(or(eq(arenaStrikes.personId, personId), exists(mine)))
      .orderBy(asc(arenaStrikes.id)),
  };
}
