import { eq } from "drizzle-orm";
import { z } from "zod";
import { jobs } from "#db/schema/operations.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";

const jobState = z.enum(["waiting", "running", "done", "failed"]);
const scalar = z.union([z.string().max(200), z.number(), z.boolean()]);

/** The plain figures and words of a result; lists and details stay where they are. */
function summaryOf(result: unknown): Record<string, z.output<typeof scalar>> | null {
  if (typeof result !== "object" || result === null || Array.isArray(result)) return null;
  return Object.fromEntries(Object.entries(result).flatMap(([key, value]) => (scalar.safeParse(value).success ? [[key, value]] : [])));
}

/** How far a job came that one asked for. `reference` is what the log calls it; it is given when something went wrong. */
export const getJob = query({
  at: "GET /api/jobs/:id",
  input: z.strictObject({ id: idSchema }),
  output: z.object({
    id: z.number(),
    kind: z.string(),
    state: jobState,
    percent: z.number(),
    result: z.record(z.string(), scalar).nullable(),
    reference: z.string().nullable(),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { id }, { viewer, now }) {
    const { kind, percent, result, doneAt, failedAt, lockedUntil, lastError, createdBy } = jobs;
    const [job] = await db
      .select({ id: jobs.id, kind, percent, result, doneAt, failedAt, lockedUntil, lastError, createdBy })
      .from(jobs)
      .where(eq(jobs.id, id));
    if (!job || !can.seeJob(viewer, job)) throw new Refusal("not-found");
    const isRunning = job.lockedUntil !== null && job.lockedUntil > now;
    const state: z.output<typeof jobState> = job.doneAt ? "done" : job.failedAt ? "failed" : isRunning ? "running" : "waiting";
    const hasTrouble = job.doneAt === null && job.lastError !== null;
    return {
      id: job.id,
      kind: job.kind,
      state,
      percent: job.percent,
      result: summaryOf(job.result),
      reference: hasTrouble ? `job-${job.id}` : null,
    };
  },
});
