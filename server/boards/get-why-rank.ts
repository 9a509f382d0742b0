import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { can } from "#domain/access.ts";
import { countedDaysOf } from "#domain/attempts/state.ts";
import { BESIDE, besideOf, kindOf } from "#domain/contests/format.ts";
import { Refusal } from "#domain/refusal.ts";
import { endedAttemptsOf } from "#server/contests/ended-attempts.ts";
import { type ContestSubject, findContest } from "#server/contests/find-contest.ts";
import { query } from "#server/verb.ts";
import { boardStateOf } from "./board-state.ts";
import { findPlace } from "./list-places.ts";

type Counts = { score: number; right: number; total: number; last: number; shared: number };

async function ownDays(db: Db, { opensAt, rules }: ContestSubject, entryId: number) {
  const ended = (await endedAttemptsOf(db, [entryId], opensAt)).get(entryId) ?? [];
  return countedDaysOf(ended, rules).map(({ day, scoreMilli, totalMs, tries, counts }) => ({ day, scoreMilli, totalMs, tries, counts }));
}

/**
 * The arithmetic of the own place (D4.1): how many have more points; as many points and more right; as many of both and less time; and so on.
 * Numbers of people and nobody's result. None while the board is frozen, or where the rules tell no place.
 */
export const getWhyRank = query({
  at: "GET /api/contests/:slug/why",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({
    why: z
      .object({
        rank: z.number(),
        scoreMilli: z.number(),
        rightCount: z.number(),
        totalMs: z.number(),
        lastScoringMs: z.number(),
        /** Who stands before, by the field that decided; `shared`: others of the same rank. */
        before: z.object({ score: z.number(), right: z.number(), total: z.number(), last: z.number() }),
        shared: z.number(),
        beside: z.enum(BESIDE),
        /** In a format of days (D4.2): the best of each day, and which of them are added up. */
        days: z.array(z.object({ day: z.string(), scoreMilli: z.number(), totalMs: z.number(), tries: z.number(), counts: z.boolean() })),
      })
      .nullable(),
  }),
  door: "judge",
  may: can.beSignedIn,
  async run(db, { slug }, { viewer, now }) {
    const contest = await findContest(db, slug, viewer.personId);
    if (!contest || !can.seeContest(viewer, contest)) throw new Refusal("not-found");
    const { shown, view, cut } = boardStateOf(contest, viewer, now);
    const own = shown && cut === "now" && view !== "band" ? await findPlace(db, { contestId: contest.id, cut }, viewer.personId) : null;
    if (!own) return { why: null };
    const { rank, scoreMilli, rightCount, totalMs, lastScoringMs } = own;
    // The stored key holds the fields in their order: whoever stands before has the greater one.
    const { rows } = await db.execute<Counts>(sql`
      select count(*) filter (where score_milli > ${scoreMilli})::int as score,
        count(*) filter (where score_milli = ${scoreMilli} and right_count > ${rightCount})::int as right,
        count(*) filter (where score_milli = ${scoreMilli} and right_count = ${rightCount} and total_ms < ${totalMs})::int as total,
        count(*) filter (where score_milli = ${scoreMilli} and right_count = ${rightCount} and total_ms = ${totalMs}
          and last_scoring_ms < ${lastScoringMs})::int as last,
        count(*) filter (where rank_key = ${own.rankKey} and entry_id <> ${own.entryId})::int as shared
      from standings where contest_id = ${contest.id} and counts and rank_key >= ${own.rankKey}`);
    const { shared, ...before } = rows[0] ?? { score: 0, right: 0, total: 0, last: 0, shared: 0 };
    const days = kindOf(contest.rules) === "daily" ? await ownDays(db, contest, own.entryId) : [];
    return { why: { rank, scoreMilli, rightCount, totalMs, lastScoringMs, before, shared, beside: besideOf(contest.rules), days } };
  },
});
