import { randomBytes } from "node:crypto";
import { and, eq, gt, inArray, lte, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "#db/client.ts";
import { matches, matchPlayers, matchWaiters } from "#db/schema/matches.ts";
import { branches, people } from "#db/schema/people.ts";
import { dayOf } from "#domain/certificates/day-of.ts";
import { AWAY_MS, COUNTDOWN_MS, MATCH_SIZES, type MatchSize, QUESTION_MS } from "#domain/matches/match-clock.ts";
import { areNear, nearestFirst } from "#domain/matches/rating.ts";
import { arenaOf } from "#domain/matches/shared-arena.ts";
import { stretched } from "#domain/practices/modes.ts";
import { runningArenas } from "#server/arenas/find-arena.ts";
import { drawMatch, hasMatchQuestions } from "./match-bank.ts";
import { ratingsOf } from "./ratings-of.ts";

/** How it stands with somebody's wish to play. */
export const queueSchema = z.object({
  state: z.enum(["none", "waiting", "playing"]),
  matchId: z.number().nullable(),
  size: z.union(MATCH_SIZES.map((size) => z.literal(size))).nullable(),
  since: z.date().nullable(),
  serverNow: z.date(),
});
export type Queue = z.output<typeof queueSchema>;

/** Any number, as long as every instance asks for the same one. */
const QUEUE = 7_210_319;
/** How many who wait are looked at for one group. */
const LOOKED_AT = 50;

/** Takes what happens in the queue one after the other, to the end of the transaction: two who ask at once find one another. */
export async function lockQueue(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${QUEUE})`);
}

export type Waiter = Readonly<{ personId: number; path: string; rating: number; since: Date; timePercent: number }>;

/** Who waits for a match of that size and is still there; with their hidden ratings. Drops who is not. */
async function listWaiters(tx: Tx, size: MatchSize, now: Date): Promise<Waiter[]> {
  const gone = new Date(now.getTime() - AWAY_MS);
  await tx.delete(matchWaiters).where(lte(matchWaiters.seenAt, gone));
  const rows = await tx
    .select({ personId: matchWaiters.personId, path: branches.path, since: matchWaiters.since, timePercent: people.timePercent })
    .from(matchWaiters)
    .innerJoin(people, eq(people.id, matchWaiters.personId))
    .innerJoin(branches, eq(branches.id, people.branchId))
    .where(and(eq(matchWaiters.size, size), gt(matchWaiters.seenAt, gone)))
    .orderBy(matchWaiters.since, matchWaiters.personId)
    .limit(LOOKED_AT);
  const ratingOf = await ratingsOf(
    tx,
    rows.map(({ personId }) => personId),
  );
  return rows.map((row) => ({ ...row, rating: ratingOf(row.personId).rating }));
}

/** The arenas in which a duel that is made now counts; a race of four counts in none. */
const arenasFor = (tx: Tx, size: MatchSize, now: Date) =>
  size === 2 ? runningArenas(tx, new Date(now.getTime() + COUNTDOWN_MS)) : Promise.resolve([]);
type Arenas = Awaited<ReturnType<typeof arenasFor>>;

/** The nearest first; before all of them those with whom a duel counts in an arena. */
function inOrder(own: Waiter, others: readonly Waiter[], arenas: Arenas): Waiter[] {
  const near = nearestFirst(own, others);
  const counts = (other: Waiter) => arenaOf(arenas, [own.path, other.path]) !== undefined;
  return [...near.filter(counts), ...near.filter((other) => !counts(other))];
}

type Search = Readonly<{ size: MatchSize; arenas: Arenas; now: Date }>;

/** Those of a size who play with one another now, the person among them; fewer than so many: not yet. */
async function findGroup(tx: Tx, own: Waiter, others: readonly Waiter[], { size, arenas, now }: Search): Promise<Waiter[]> {
  let group = [own];
  for (const other of inOrder(own, others, arenas)) {
    if (group.length === size) break;
    const wider = [...group, other];
    const paths = wider.map(({ path }) => path);
    if (areNear(wider, now) && (await hasMatchQuestions(tx, paths, now))) group = wider;
  }
  return group;
}

async function makeMatch(tx: Tx, group: readonly Waiter[], { arenas, now }: Search): Promise<number> {
  const paths = group.map(({ path }) => path);
  const arenaId = arenaOf(arenas, paths)?.id ?? null;
  const versionIds = await drawMatch(tx, paths, randomBytes(16).toString("base64url"), now);
  const windowMs = stretched(QUESTION_MS, Math.max(...group.map(({ timePercent }) => timePercent)));
  const [made] = await tx
    .insert(matches)
    .values({ size: group.length, versionIds, windowMs, startedAt: new Date(now.getTime() + COUNTDOWN_MS), arenaId })
    .returning({ id: matches.id });
  const matchId = made?.id ?? 0;
  const ids = group.map(({ personId }) => personId);
  const day = dayOf(now);
  const counted = await tx
    .selectDistinct({ personId: matchPlayers.personId })
    .from(matchPlayers)
    .where(and(inArray(matchPlayers.personId, ids), eq(matchPlayers.day, day)));
  const hasPlayed = new Set(counted.map(({ personId }) => personId));
  const players = group.map(({ personId, rating }, seat) => {
    return { matchId, personId, seat, day, counts: !hasPlayed.has(personId), rating: arenaId === null ? null : rating };
  });
  await tx.insert(matchPlayers).values(players);
  await tx.delete(matchWaiters).where(inArray(matchWaiters.personId, ids));
  return matchId;
}

/** Somebody who waits, heard of just now: a match at once if there are enough who fit. Under the queue's lock. */
export async function goOnWaiting(tx: Tx, personId: number, size: MatchSize, now: Date): Promise<Queue> {
  const waiters = await listWaiters(tx, size, now);
  const own = waiters.find((waiter) => waiter.personId === personId);
  const others = waiters.filter((waiter) => waiter.personId !== personId);
  const search = { size, arenas: await arenasFor(tx, size, now), now };
  const group = own ? await findGroup(tx, own, others, search) : [];
  if (group.length === size) return { state: "playing", matchId: await makeMatch(tx, group, search), size, since: null, serverNow: now };
  return { state: "waiting", matchId: null, size, since: own?.since ?? now, serverNow: now };
}

/** Neither waiting nor playing. */
export const noQueue = (now: Date): Queue => ({ state: "none", matchId: null, size: null, since: null, serverNow: now });
/** Playing in a match that is not over yet. */
export const playing = (matchId: number, now: Date): Queue => ({ ...noQueue(now), state: "playing", matchId });

/** The waiting of a person who has been heard of lately. */
export async function findWaiting(db: Db | Tx, personId: number, now: Date) {
  const { size, since } = matchWaiters;
  const [row] = await db
    .select({ size, since })
    .from(matchWaiters)
    .where(and(eq(matchWaiters.personId, personId), gt(matchWaiters.seenAt, new Date(now.getTime() - AWAY_MS))));
  const found = MATCH_SIZES.find((one) => one === row?.size);
  return row && found !== undefined ? { size: found, since: row.since } : undefined;
}
