import { and, asc, count, eq, gt, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { entries, standings } from "#db/schema/contests.ts";
import { branches, people } from "#db/schema/people.ts";
import { rankedPage } from "#domain/boards/rank-key.ts";

const columns = {
  entryId: standings.entryId,
  personId: entries.personId,
  name: people.name,
  branchName: branches.name,
  scoreMilli: standings.scoreMilli,
  rightCount: standings.rightCount,
  totalMs: standings.totalMs,
  lastScoringMs: standings.lastScoringMs,
  rankKey: standings.rankKey,
};

/** As the index stands: without `nulls last` a million rows are sorted for the sake of fifty. */
const inOrder = sql`${standings.rankKey} desc nulls last`;

const counted = (contestId: number) => and(eq(standings.contestId, contestId), eq(standings.counts, true));

function places(db: Db) {
  return db
    .select(columns)
    .from(standings)
    .innerJoin(entries, eq(entries.id, standings.entryId))
    .innerJoin(people, eq(people.id, entries.personId))
    .innerJoin(branches, eq(branches.id, entries.branchId));
}

async function rankOfKey(db: Db, contestId: number, key: string): Promise<number> {
  const [row] = await db
    .select({ before: count() })
    .from(standings)
    .where(and(counted(contestId), gt(standings.rankKey, key)));
  return 1 + (row?.before ?? 0);
}

/** A page of the person board in the one order there is: the stored sort key (D4.1). */
export async function listPlaces(db: Db, contestId: number, from: number, size: number) {
  const rows = await places(db).where(counted(contestId)).orderBy(inOrder, asc(standings.entryId)).limit(size).offset(from);
  const first = rows[0];
  return first ? rankedPage(rows, from, await rankOfKey(db, contestId, first.rankKey)) : [];
}

/** One person's place, or null before anything counts. */
export async function findPlace(db: Db, contestId: number, personId: number) {
  const [row] = await places(db).where(and(counted(contestId), eq(entries.personId, personId)));
  return row ? { ...row, rank: await rankOfKey(db, contestId, row.rankKey) } : null;
}

/** Where a person stands in the list, from 0: among those who share the rank, in the order the list has. */
export async function positionOf(db: Db, contestId: number, own: { entryId: number; rankKey: string; rank: number }): Promise<number> {
  const sameBefore = and(counted(contestId), eq(standings.rankKey, own.rankKey), lt(standings.entryId, own.entryId));
  const [row] = await db.select({ before: count() }).from(standings).where(sameBefore);
  return own.rank - 1 + (row?.before ?? 0);
}

/** How many entries have a counted result. */
export async function countPlaces(db: Db, contestId: number): Promise<number> {
  const [row] = await db.select({ all: count() }).from(standings).where(counted(contestId));
  return row?.all ?? 0;
}
