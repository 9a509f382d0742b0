import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { forumPresenters, forumScores } from "#db/schema/meetings.ts";
import type { ForumRules } from "#domain/meetings/forum.ts";
import { prizeOf } from "#domain/meetings/prize-of.ts";
import { type ForumResult, forumResult } from "#domain/room/forum-result.ts";

type Score = Readonly<{ presenterId: number; judgeId: number; milli: number }>;
/** A presenter's result, by name, with the place by lot in which they spoke and what they are given. */
export type NamedResult = ForumResult & Readonly<{ name: string; topic: string; lot: number | null; prize: string | null }>;

/** Every score of a forum, with who gave it: for the judge's own eyes and for the result. */
export async function loadScores(db: Db | Tx, meetingId: number): Promise<Score[]> {
  return db
    .select({ presenterId: forumScores.presenterId, judgeId: forumScores.judgeId, milli: forumScores.milli })
    .from(forumScores)
    .innerJoin(forumPresenters, eq(forumPresenters.id, forumScores.presenterId))
    .where(eq(forumPresenters.meetingId, meetingId));
}

/** The result of a forum, best first; null before it is closed. */
export async function loadForumResult(
  db: Db | Tx,
  meetingId: number,
  rules: ForumRules,
  scores: readonly Score[],
): Promise<NamedResult[] | null> {
  if (rules.closedAt === null) return null;
  const { id, name, topic, lot } = forumPresenters;
  const presenters = await db
    .select({ id, name, topic, lot })
    .from(forumPresenters)
    .where(and(eq(forumPresenters.meetingId, meetingId), isNull(forumPresenters.removedAt)))
    .orderBy(asc(lot), asc(id));
  const scored = presenters.map((one) => ({
    id: one.id,
    scores: scores.filter(({ presenterId }) => presenterId === one.id).map(({ milli }) => milli),
  }));
  return forumResult(scored, rules).map((result) => ({
    ...{ name: "", topic: "", lot: null, ...presenters.find((one) => one.id === result.id) },
    ...{ ...result, prize: prizeOf(result.place, rules.prizes) },
  }));
}
