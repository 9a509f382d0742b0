import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { arenaStrikes } from "#db/schema/arena-strikes.ts";
import { arenaBoards } from "#db/schema/arenas.ts";
import { matches, matchPlayers } from "#db/schema/matches.ts";
import { type ArenaGame, type ArenaRow, type ArenaTerms, arenaBoard } from "#domain/matches/arena.ts";
import { FIRST_RATING } from "#domain/matches/rating.ts";
import type { Arena } from "./find-arena.ts";

/** The duels of an arena, and what was laid down and struck out: all that its board is a function of. */
export type ArenaFacts = Readonly<{ games: readonly ArenaGame[]; terms: ArenaTerms; window: Readonly<{ from: Date; until: Date }> }>;

async function readGames(db: Db | Tx, arenaId: number): Promise<ArenaGame[]> {
  const { personId, rightCount, leftAt, rating } = matchPlayers;
  const rows = await db
    .select({ id: matches.id, startedAt: matches.startedAt, endedAt: matches.endedAt, personId, rightCount, leftAt, rating })
    .from(matches)
    .innerJoin(matchPlayers, eq(matchPlayers.matchId, matches.id))
    .where(eq(matches.arenaId, arenaId))
    .orderBy(asc(matches.id), asc(matchPlayers.seat));
  const games: ArenaGame[] = [];
  for (const [at, one] of rows.entries()) {
    const other = rows[at + 1];
    if (other?.id !== one.id) continue;
    const playerOf = (row: typeof one) => ({
      personId: row.personId,
      rating: row.rating ?? FIRST_RATING.rating,
      // Who went away comes last, as everywhere; of what runs nothing is told.
      result: row.endedAt === null ? 0 : row.leftAt ? -1 : (row.rightCount ?? 0),
    });
    games.push({ id: one.id, startedAt: one.startedAt, endedAt: one.endedAt, players: [playerOf(one), playerOf(other)] });
  }
  return games;
}

/** Reads what an arena's board is made of, as it stands now. */
export async function readArenaFacts(db: Db | Tx, arena: Arena): Promise<ArenaFacts> {
  const { matchId, personId } = arenaStrikes;
  const struck = await db
    .select({ matchId, personId })
    .from(arenaStrikes)
    .where(and(eq(arenaStrikes.arenaId, arena.id), isNull(arenaStrikes.liftedAt)));
  return {
    games: await readGames(db, arena.id),
    terms: {
      perOpponent: arena.perOpponent,
      struckGames: new Set(struck.flatMap((one) => one.matchId ?? [])),
      struckPeople: new Set(struck.flatMap((one) => one.personId ?? [])),
      isCancelled: arena.cancelledAt !== null,
    },
    window: { from: arena.opensAt, until: arena.closesAt },
  };
}

/** The board anew out of the duels. */
export const reckonArena = ({ games, window, terms }: ArenaFacts): ArenaRow[] => arenaBoard(games, window, terms);

/** The board that was laid down last; undefined before the end. */
export async function findLaidDown(db: Db | Tx, arenaId: number): Promise<readonly ArenaRow[] | undefined> {
  const [row] = await db
    .select({ rows: arenaBoards.rows })
    .from(arenaBoards)
    .where(eq(arenaBoards.arenaId, arenaId))
    .orderBy(sql`${arenaBoards.id} desc`)
    .limit(1);
  return row?.rows;
}

/** Lays a board down that was reckoned anew: after the end of the arena, and again after what was struck out since. Under the arenas' lock. */
export async function layDown(tx: Tx, arena: Arena, now: Date): Promise<void> {
  await tx.insert(arenaBoards).values({ arenaId: arena.id, rows: reckonArena(await readArenaFacts(tx, arena)), takenAt: now });
}
