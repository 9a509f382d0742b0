import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { matchAnswers, matches, matchPlayers } from "#db/schema/matches.ts";
import type { MatchFacts } from "#domain/matches/match-clock.ts";

/** The facts of a match, from which everything about it follows. */
export async function findMatch(db: Db | Tx, id: number) {
  const { size, versionIds, windowMs, startedAt, settledAt, arenaId } = matches;
  const [match] = await db
    .select({ id: matches.id, size, versionIds, windowMs, startedAt, settledAt, arenaId })
    .from(matches)
    .where(eq(matches.id, id));
  if (!match) return undefined;
  const { personId, seat, day, counts, leftAt } = matchPlayers;
  const players = await db
    .select({ personId, seat, day, counts, leftAt })
    .from(matchPlayers)
    .where(eq(matchPlayers.matchId, id))
    .orderBy(asc(seat));
  const { slot, versionId, response, isRight, answeredAt } = matchAnswers;
  const answers = await db
    .select({ personId: matchAnswers.personId, slot, versionId, response, isRight, answeredAt })
    .from(matchAnswers)
    .where(eq(matchAnswers.matchId, id));
  return { ...match, players, answers, questions: match.versionIds.length } satisfies MatchFacts;
}
export type Match = NonNullable<Awaited<ReturnType<typeof findMatch>>>;

/** A match of the person's own; another's does not exist. */
export async function findOwnMatch(db: Db | Tx, id: number, personId: number): Promise<Match | undefined> {
  const match = await findMatch(db, id);
  return match?.players.some((player) => player.personId === personId) ? match : undefined;
}

/** A match, locked to the end of the transaction and read after the lock. */
export async function lockMatch(tx: Tx, id: number): Promise<Match | undefined> {
  await tx.select({ id: matches.id }).from(matches).where(eq(matches.id, id)).for("update");
  return findMatch(tx, id);
}

/** The same of a match of the person's own: another's is not locked and does not exist. */
export async function lockOwnMatch(tx: Tx, id: number, personId: number): Promise<Match | undefined> {
  return (await findOwnMatch(tx, id, personId)) && lockMatch(tx, id);
}

/** The match somebody plays in, has not left, and that nobody has reckoned up yet. There is one at most. */
export async function findOpenMatchId(db: Db | Tx, personId: number): Promise<number | undefined> {
  const [row] = await db
    .select({ id: matchPlayers.matchId })
    .from(matchPlayers)
    .where(and(eq(matchPlayers.personId, personId), isNull(matchPlayers.place), isNull(matchPlayers.leftAt)));
  return row?.id;
}
