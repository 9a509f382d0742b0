import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { can } from "#domain/access.ts";
import { awardRulesSchema } from "#domain/awards/award-rules.ts";
import { phaseOf } from "#domain/contests/phase.ts";
import { Refusal } from "#domain/refusal.ts";
import { phasedContest } from "#server/contests/contest-card.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { query } from "#server/verb.ts";
import { listHolders } from "./award-holders.ts";
import { awardsNow } from "./awards-now.ts";
import { findAwardJob } from "./issue-award-certificates.ts";
import { awardRowSchema, awardsBeside, latestGrant } from "./read-grant.ts";

async function countValid(db: Db, contestId: number): Promise<number> {
  const { rows } = await db.execute<{ valid: number }>(sql`
    select count(*)::int as valid from certificates c join awards a on a.id = c.award_id join award_grants g on g.id = a.grant_id
    where g.contest_id = ${contestId} and c.revoked_at is null and c.superseded_by_id is null`);
  return rows[0]?.valid ?? 0;
}

/** Awards at the desk: the dry run, the list in force, where the two disagree, and how far the certificates are. */
export const getAwardsDesk = query({
  at: "GET /api/desk/contests/:slug/awards",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({
    contest: z.object({ slug: z.string(), title: z.string(), phase: z.string() }),
    rules: awardRulesSchema.nullable(),
    now: z.array(awardRowSchema),
    granted: z
      .object({
        ...{ number: z.number(), grantedAt: z.date(), reason: z.string(), rows: z.array(awardRowSchema) },
        difference: z.object({ joins: z.array(z.string()), leaves: z.array(z.string()) }).nullable(),
      })
      .nullable(),
    certificates: z.object({ waiting: z.number(), valid: z.number(), jobId: z.number().nullable() }),
  }),
  door: "desk",
  may: can.openDesk,
  async run(db, { slug }, { viewer, now }) {
    const contest = await findContest(db, slug);
    if (!contest || !can.runContest(viewer, contest)) throw new Refusal("not-found");
    const { awards: rules } = contest.rules;
    const head = { contest: { slug, title: contest.title, phase: phaseOf(phasedContest(contest), now) } };
    if (!rules) return { ...head, rules: null, now: [], granted: null, certificates: { waiting: 0, valid: 0, jobId: null } };
    const rows = await awardsNow(db, contest, rules);
    const latest = await latestGrant(db, contest.id);
    const beside = latest ? awardsBeside(latest.rows, rows) : null;
    const job = await findAwardJob(db, contest.id);
    const waiting = latest ? (await listHolders(db, contest.id, rules.members)).length : 0;
    return {
      ...{ ...head, rules, now: rows },
      granted: latest ? { ...latest, difference: beside && beside.joins.length + beside.leaves.length > 0 ? beside : null } : null,
      certificates: { waiting, valid: await countValid(db, contest.id), jobId: job?.createdBy === viewer.personId ? job.id : null },
    };
  },
});
