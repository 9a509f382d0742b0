import { and, asc, count, eq, gt, lt, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { entries, frozenStandings, standings } from "#db/schema/contests.ts";
import { branches, people } from "#db/schema/people.ts";
import type { BoardCut } from "#domain/boards/freeze.ts";
import { rankedPage } from "#domain/boards/rank-key.ts";

/** Which board: of which contest, and as of when (D6). While S_f is being stored there is none. */
export type BoardOf = Readonly<{ contestId: number; cut: BoardCut }>;
type Place = Readonly<{ entryId: number; rankKey: string; rank: number }>;

/** The results a board is made of. S_f has the very columns of the standings: one projection reads both. */
const resultsOf = (cut: BoardCut): typeof standings => (cut === "now" ? standings : (frozenStandings as unknown as typeof standings));

/** As the index stands: without `nulls last` a million rows are sorted for the sake of fifty. */
const inOrder = (results: typeof standings) => sql`${results.rankKey} desc nulls last`;

const counted = ({ contestId, cut }: BoardOf) => {
  const results = resultsOf(cut);
  return cut === "none" ? sql`false` : and(eq(results.contestId, contestId), eq(results.counts, true));
};

function places(db: Db | Tx, cut: BoardCut) {
  const results = resultsOf(cut);
  return db
    .select({
      entryId: results.entryId,
      personId: entries.personId,
      name: people.name,
      branchName: branches.name,
      scoreMilli: results.scoreMilli,
      rightCount: results.rightCount,
      totalMs: results.totalMs,
      lastScoringMs: results.lastScoringMs,
      rankKey: results.rankKey,
      days: results.days,
    })
    .from(results)
    .innerJoin(entries, eq(entries.id, results.entryId))
    .innerJoin(people, eq(people.id, entries.personId))
    .innerJoin(branches, eq(branches.id, entries.branchId));
}

async function rankOfKey(db: Db | Tx, board: BoardOf, key: string): Promise<number> {
  const results = resultsOf(board.cut);
  const [row] = await db
    .select({ before: count() })
    .from(results)
    .where(and(counted(board), gt(results.rankKey, key)));
  return 1 + (row?.before ?? 0);
}

/** A page of the person board in the one order there is: the stored sort key (D4.1). */
export async function listPlaces(db: Db | Tx, board: BoardOf, from: number, size: number) {
  const results = resultsOf(board.cut);
  const rows = await places(db, board.cut).where(counted(board)).orderBy(inOrder(results), asc(results.entryId)).limit(size).offset(from);
  const first = rows[0];
  return first ? rankedPage(rows, from, await rankOfKey(db, board, first.rankKey)) : [];
}

/** One person's place, or null before anything counts. */
export async function findPlace(db: Db, board: BoardOf, personId: number) {
  const [row] = await places(db, board.cut).where(and(counted(board), eq(entries.personId, personId)));
  return row ? { ...row, rank: await rankOfKey(db, board, row.rankKey) } : null;
}

/** Where a person stands in the list, from 0: among those who share the rank, in the order the list has. */
export async function positionOf(db: Db, board: BoardOf, own: Place): Promise<number> {
  const results = resultsOf(board.cut);
  const sameBefore = and(counted(board), eq(results.rankKey, own.rankKey), lt(results.entryId, own.entryId));
  const [row] = await db.select({ before: count() }).from(results).where(sameBefore);
  return own.rank - 1 + (row?.before ?? 0);
}

/** How many entries have a counted result. */
export async function countPlaces(db: Db | Tx, board: BoardOf): Promise<number> {
  const [row] = await db.select({ all: count() }).from(resultsOf(board.cut)).where(counted(board));
  return row?.all ?? 0;
}
