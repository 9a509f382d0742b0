import { and, eq, inArray, isNull, lt } from "drizzle-orm";
import { database, type Tx } from "#db/client.ts";
import { matches, matchPlayers, ratings } from "#db/schema/matches.ts";
import { questionVersions } from "#db/schema/questions.ts";
import { COUNTDOWN_MS, stageOf } from "#domain/matches/match-clock.ts";
import { afterMatch, placesOf, rewardOf, scoresOf } from "#domain/matches/rating.ts";
import { grantPoints } from "#server/points/grant-points.ts";
import { noteAnswers } from "#server/reviews/note-answers.ts";
import { findOpenMatchId, lockMatch, type Match } from "./find-match.ts";
import { lockRatings } from "./ratings-of.ts";

type Player = Match["players"][number];
type Settled = Readonly<{ player: Player; rightCount: number; place: number; score: number; others: readonly number[] }>;

/** For an answer that was in time and is still on its way into the database. */
const GRACE_MS = 2_000;

const rightOf = ({ answers }: Match, personId: number): number =>
  answers.filter((answer) => answer.personId === personId && answer.isRight).length;

/** Who went away comes last, whatever was right until then: going never saves a place. */
const resultOf = (match: Match, { personId, leftAt }: Player): number => (leftAt ? -1 : rightOf(match, personId));

/** Moves the hidden ratings, and says by what each one's reward is measured: the ratings as they were. */
async function rate(tx: Tx, match: Match, now: Date): Promise<(Settled & { standing: number })[]> {
  const { players } = match;
  const before = await lockRatings(
    tx,
    players.map(({ personId }) => personId),
    now,
  );
  const results = players.map((player) => resultOf(match, player));
  const [places, scores] = [placesOf(results), scoresOf(results)];
  const settled = players.map((player, at) => {
    const others = players.filter((other) => other !== player).map(({ personId }) => before(personId).rating);
    const { standing } = before(player.personId);
    return { player, rightCount: rightOf(match, player.personId), place: places[at] ?? 1, score: scores[at] ?? 0, others, standing };
  });
  for (const { player, others, score } of settled) {
    const { rating, standing, games } = afterMatch(before(player.personId), others, score, player.counts);
    await tx.update(ratings).set({ rating, standing, games, changedAt: now }).where(eq(ratings.personId, player.personId));
  }
  return settled;
}

/** Wrong answers go into the wrong-book, right ones are a review of what stands there. What was not answered was not wrong. */
async function note(tx: Tx, { answers, versionIds }: Match, now: Date): Promise<void> {
  const rows = await tx
    .select({ id: questionVersions.id, questionId: questionVersions.questionId })
    .from(questionVersions)
    .where(inArray(questionVersions.id, versionIds));
  const questionOf = new Map(rows.map(({ id, questionId }) => [id, questionId]));
  const noted = answers.flatMap(({ personId, versionId, isRight }) => {
    const questionId = questionOf.get(versionId);
    return questionId === undefined ? [] : [{ personId, questionId, versionId, isRight, cause: "practice" as const }];
  });
  await noteAnswers(tx, noted, now);
}

/** The first match of a day gives points to who played it to its end, for a loss as well. */
async function pay(tx: Tx, match: Match, settled: readonly (Settled & { standing: number })[], now: Date): Promise<void> {
  const played = settled.filter(
    ({ player: { personId, counts, leftAt } }) => counts && !leftAt && match.answers.some((answer) => answer.personId === personId),
  );
  const grants = played.map(({ player: { personId, day }, standing, others, score }) => ({
    ...{ personId, rule: "duel" as const, source: `duel ${day}`, share: rewardOf(standing, others, score) },
    why: { path: `/practice/duel/${match.id}` },
  }));
  await grantPoints(tx, grants, now);
}

/**
 * Reckons a match up once it is over: places, hidden ratings, wrong-books, points. Once, however many ask at the same time. `graceMs`: how
 * long to wait for answers that may still be on their way when its last window passed without them.
 */
export async function settleMatch(tx: Tx, id: number, now: Date, graceMs = 0): Promise<void> {
  const match = await lockMatch(tx, id);
  if (!match || match.settledAt) return;
  const { stage, until: endedAt } = stageOf(match, new Date(now.getTime() - graceMs));
  if (stage !== "over") return;
  await tx
    .update(matches)
    .set({ settledAt: now, endedAt })
    .where(and(eq(matches.id, id), isNull(matches.settledAt)));
  const settled = await rate(tx, match, now);
  for (const { player, rightCount, place } of settled)
    await tx
      .update(matchPlayers)
      .set({ rightCount, place })
      .where(and(eq(matchPlayers.matchId, id), eq(matchPlayers.personId, player.personId)));
  await note(tx, match, now);
  await pay(tx, match, settled, now);
}

/** Reckons up the person's own match if it is over, so that the next one can be asked for at once. */
export async function settleOwnMatch(tx: Tx, personId: number, now: Date): Promise<void> {
  const id = await findOpenMatchId(tx, personId);
  if (id !== undefined) await settleMatch(tx, id, now);
}

/** Reckons up matches that nobody's answer ended. Two workers may do it at once; how many are still going on is none of its business. */
export async function endOverdueMatches(now: Date): Promise<number> {
  const db = database("judge");
  const open = await db
    .select({ id: matches.id })
    .from(matches)
    .where(and(isNull(matches.settledAt), lt(matches.startedAt, new Date(now.getTime() - COUNTDOWN_MS))))
    .orderBy(matches.startedAt)
    .limit(500);
  for (const { id } of open) await db.transaction((tx) => settleMatch(tx, id, now, GRACE_MS));
  return open.length;
}
