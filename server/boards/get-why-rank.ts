import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { can } from "#domain/access.ts";
import { countedDaysOf } from "#domain/attempts/state.ts";
import { BESIDE, besideOf, kindOf } from "#domain/contests/format.ts";
import { Refusal } from "#domain/refusal.ts";
import { endedAttemptsOf } from "#server/contests/ended-attempts.ts";
import { type ContestSubject, findContest } from "#server/contests/find-contest.ts";
import { whyTeam, whyTeamSchema } from "#server/teams/why-team.ts";
import { query } from "#server/verb.ts";
import { beforeOf, whySchema } from "./before-of.ts";
import { boardStateOf } from "./board-state.ts";
import { findPlace } from "./list-places.ts";

async function ownDays(db: Db, { opensAt, rules }: ContestSubject, entryId: number) {
  const ended = (await endedAttemptsOf(db, [entryId], opensAt)).get(entryId) ?? [];
  return countedDaysOf(ended, rules).map(({ day, scoreMilli, totalMs, tries, counts }) => ({ day, scoreMilli, totalMs, tries, counts }));
}

/**
 * The arithmetic of the own place (D4.1): how many have more points; as many points and more right; as many of both and less time; and so on.
 * Numbers of people and nobody's result; in a contest of teams also that of the own team. None while the board is frozen, or where the rules tell no place.
 */
export const getWhyRank = query({
  at: "GET /api/contests/:slug/why",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({
    why: whySchema
      .extend({
        beside: z.enum(BESIDE),
        /** In a format of days (D4.2): the best of each day, and which of them are added up. */
        days: z.array(z.object({ day: z.string(), scoreMilli: z.number(), totalMs: z.number(), tries: z.number(), counts: z.boolean() })),
      })
      .nullable(),
    /** Of the own team, in a contest of teams. */
    team: whyTeamSchema.nullable(),
  }),
  door: "judge",
  may: can.beSignedIn,
  async run(db, { slug }, { viewer, now }) {
    const contest = await findContest(db, slug, viewer.personId);
    if (!contest || !can.seeContest(viewer, contest)) throw new Refusal("not-found");
    const { shown, view, cut } = boardStateOf(contest, viewer, now);
    const isTold = shown && cut === "now";
    const team = isTold ? await whyTeam(db, contest, viewer.personId) : null;
    const own = isTold && view !== "band" ? await findPlace(db, { contestId: contest.id, cut }, viewer.personId) : null;
    if (!own) return { why: null, team };
    const { rank, scoreMilli, rightCount, totalMs, lastScoringMs } = own;
    const among = sql`standings where contest_id = ${contest.id} and counts`;
    const { before, shared } = await beforeOf(db, among, sql`entry_id <> ${own.entryId}`, own);
    const days = kindOf(contest.rules) === "daily" ? await ownDays(db, contest, own.entryId) : [];
    const why = { rank, scoreMilli, rightCount, totalMs, lastScoringMs, before, shared, beside: besideOf(contest.rules), days };
    return { why, team };
  },
});
