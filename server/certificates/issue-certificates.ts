import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "#db/client.ts";
import { jobs } from "#db/schema/operations.ts";
import { programmes } from "#db/schema/programmes.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { command } from "#server/verb.ts";
import { findCertifying } from "./find-programme.ts";

const KIND = "issue-certificates";

/** The job that gives certificates of a programme at this moment, with who asked for it. */
export async function findRunningJob(db: Db | Tx, programmeId: number) {
  const [job] = await db
    .select({ id: jobs.id, createdBy: jobs.createdBy })
    .from(jobs)
    .where(
      and(eq(jobs.kind, KIND), isNull(jobs.doneAt), isNull(jobs.failedAt), sql`${jobs.payload}->>'programmeId' = ${String(programmeId)}`),
    );
  return job;
}

/** Asks for certificates for everyone who finished: a job, one at a time for a programme. The one who asks twice is told of the same job. */
export const issueCertificates = command({
  at: "POST /api/desk/programmes/:slug/certificates/issue",
  input: z.strictObject({ slug: z.string().max(100) }),
  output: z.object({ id: z.number() }),
  refusals: ["no-certificate-here", "already-issuing"],
  door: "desk",
  load: (tx, { slug }) => findCertifying(tx, { slug }),
  may: can.giveCertificates,
  async run(tx, programme, _input, { viewer, now, origin = "" }) {
    if (programme.certificateTitle === null) throw new Refusal("no-certificate-here");
    await tx.select({ id: programmes.id }).from(programmes).where(eq(programmes.id, programme.id)).for("update");
    const running = await findRunningJob(tx, programme.id);
    if (running && running.createdBy !== viewer.personId) throw new Refusal("already-issuing");
    if (running) return { id: running.id };
    const payload = { programmeId: programme.id, origin };
    const [job] = await tx.insert(jobs).values({ kind: KIND, payload, runAt: now, createdBy: viewer.personId }).returning({ id: jobs.id });
    return { id: job?.id ?? 0 };
  },
});
