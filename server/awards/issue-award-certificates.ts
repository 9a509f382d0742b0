import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "#db/client.ts";
import { jobs } from "#db/schema/operations.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { command } from "#server/verb.ts";
import { latestGrant } from "./read-grant.ts";

const KIND = "award-certificates";

/** The job that gives the certificates of a contest's awards at this moment. */
export async function findAwardJob(db: Db | Tx, contestId: number) {
  const [job] = await db
    .select({ id: jobs.id, createdBy: jobs.createdBy })
    .from(jobs)
    .where(and(eq(jobs.kind, KIND), isNull(jobs.doneAt), isNull(jobs.failedAt), sql`${jobs.payload}->>'contestId' = ${String(contestId)}`));
  return job;
}

/** Asks for the certificates of all awards in force: a job, one at a time for a contest. The one who asks twice is told of the same job. */
export const issueAwardCertificates = command({
  at: "POST /api/desk/contests/:slug/awards/certificates",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({ id: z.number() }),
  refusals: ["no-awards", "already-issuing"],
  door: "desk",
  load: (tx, { slug }) => findContest(tx, slug),
  may: can.runContest,
  async run(tx, contest, _input, { viewer, now, origin = "" }) {
    if (!(await latestGrant(tx, contest.id))) throw new Refusal("no-awards");
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('awards', ${contest.id}))`);
    const running = await findAwardJob(tx, contest.id);
    if (running && running.createdBy !== viewer.personId) throw new Refusal("already-issuing");
    if (running) return { id: running.id };
    const payload = { contestId: contest.id, origin };
    const [job] = await tx.insert(jobs).values({ kind: KIND, payload, runAt: now, createdBy: viewer.personId }).returning({ id: jobs.id });
    return { id: job?.id ?? 0 };
  },
});
