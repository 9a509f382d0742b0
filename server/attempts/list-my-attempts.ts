import { desc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { attempts, attemptTotals } from "#db/schema/attempts.ts";
import { contests, entries } from "#db/schema/contests.ts";
import { can } from "#domain/access.ts";
import { reviewAllowed } from "#domain/contests/phase.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { type ContestSubject, contestRows } from "#server/contests/find-contest.ts";
import { query } from "#server/verb.ts";

const MOST = 100;

const attemptSchema = z.object({
  attemptId: z.number(),
  contest: z.object({ slug: z.string(), title: z.string() }),
  number: z.number(),
  state: z.string(),
  startedAt: z.date(),
  dueAt: z.date(),
  finishedAt: z.date().nullable(),
  questions: z.number(),
  worth: z.number(),
  /** Null as long as the printed review policy keeps it closed. */
  score: z.object({ milli: z.number(), right: z.number() }).nullable(),
  /** Whether the own answers may be looked at again. */
  reviewable: z.boolean(),
});

async function listRows(db: Db, personId: number) {
  const { id, number, state, startedAt, dueAt, finishedAt, worths } = attempts;
  return db
    .select({
      attemptId: id,
      contestId: contests.id,
      number,
      state,
      startedAt,
      dueAt,
      finishedAt,
      questions: sql<number>`cardinality(${worths})`,
      worth: sql<number>`(select sum(each) from unnest(${worths}) as each)::int`,
      milli: attemptTotals.scoreMilli,
      right: attemptTotals.rightCount,
    })
    .from(attempts)
    .innerJoin(entries, eq(entries.id, attempts.entryId))
    .innerJoin(contests, eq(contests.id, entries.contestId))
    .leftJoin(attemptTotals, eq(attemptTotals.attemptId, id))
    .where(eq(attempts.personId, personId))
    .orderBy(desc(startedAt), desc(id))
    .limit(MOST);
}

async function contestsOf(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, ContestSubject>();
  const found = await contestRows(db).where(inArray(contests.id, [...new Set(ids)]));
  return new Map(found.map((contest) => [contest.id, contest]));
}

/** One's own attempts, the latest first; of an ended one, as much as the printed review policy has opened (as `getResult`). */
export const listMyAttempts = query({
  at: "GET /api/me/attempts",
  input: z.strictObject({}),
  output: z.object({ attempts: z.array(attemptSchema) }),
  door: "judge",
  may: can.beSignedIn,
  async run(db, _input, { viewer, now }) {
    const rows = await listRows(db, viewer.personId);
    const played = await contestsOf(
      db,
      rows.map(({ contestId }) => contestId),
    );
    return {
      attempts: rows.flatMap(({ contestId, milli, right, ...row }) => {
        const contest = played.get(contestId);
        if (!contest) return [];
        const at = { attempt: row, contest: phasedContest(contest), now };
        const { score, answers } = contest.rules.review;
        return [
          {
            ...row,
            contest: { slug: contest.slug, title: contest.title },
            score: reviewAllowed(score, at) ? { milli: milli ?? 0, right: right ?? 0 } : null,
            reviewable: reviewAllowed(answers, at),
          },
        ];
      }),
    };
  },
});
