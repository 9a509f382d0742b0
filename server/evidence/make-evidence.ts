import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { findContest } from "#server/contests/find-contest.ts";
import { refuseUnlessOver } from "#server/rulings/find-ruling.ts";
import { command } from "#server/verb.ts";

/** Asks for the evidence pack of a contest that is over: a job. Who asks while one waits or runs is told of the same. */
export const makeEvidence = command({
  at: "POST /api/desk/contests/:slug/evidence",
  input: z.strictObject({ slug: z.string().max(80) }),
  output: z.object({ id: z.number() }),
  refusals: ["not-closed-yet"],
  door: "desk",
  load: (tx, { slug }) => findContest(tx, slug),
  may: can.runContest,
  async run(tx, contest, _input, context) {
    const { viewer, now } = context;
    refuseUnlessOver(contest, now);
    const payload = JSON.stringify({ contestId: contest.id });
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('evidence', ${contest.id}))`);
    const waiting = await tx.execute<{ id: string }>(sql`
      select id from jobs where kind = 'build-evidence' and done_at is null and failed_at is null and payload @> ${payload}::jsonb
        and created_by = ${viewer.personId} limit 1`);
    const known = waiting.rows[0];
    if (known) return { id: Number(known.id) };
    const { rows } = await tx.execute<{ id: string }>(
      sql`insert into jobs (kind, payload, run_at, created_by) values ('build-evidence', ${payload}::jsonb, ${now}, ${viewer.personId}) returning id`,
    );
    await writeAudit(tx, { context, action: "evidence.make", object: "contest", objectId: contest.id, branchId: contest.branchId });
    return { id: Number(rows[0]?.id) };
  },
});
