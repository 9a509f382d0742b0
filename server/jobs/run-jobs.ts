import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";
import { log } from "#server/log.ts";
import { JOB_KINDS, type JobKind, type RunningJob } from "./job-kinds.ts";

/** A job whose worker died is another's after this long; a running one keeps its claim alive. */
const CLAIM_MS = 60_000;
const MOST_TRIES = 8;
const LONGEST_PAUSE_MS = 3_600_000;

type Claimed = { id: string; kind: string; payload: Record<string, unknown>; tries: number; created_by: string | null; result: unknown };
const db = () => database("judge");
const after = (now: Date, ms: number) => new Date(now.getTime() + ms);

async function claim(now: Date): Promise<Claimed | undefined> {
  const { rows } = await db().execute<Claimed>(sql`
    update jobs set locked_until = ${after(now, CLAIM_MS)}, tries = tries + 1 where id = (
      select id from jobs where done_at is null and failed_at is null and run_at <= ${now} and (locked_until is null or locked_until <= ${now})
      order by run_at, id limit 1 for update skip locked)
    returning id, kind, payload, tries, created_by, result`);
  return rows[0];
}

const rowOf = ({ id, created_by, result }: Claimed): RunningJob => ({
  id: Number(id),
  createdBy: created_by === null ? null : Number(created_by),
  result,
});

/** When a job that failed for the n-th time runs again: 5 s, doubling, an hour at most. */
export const pauseOf = (tries: number): number => Math.min(5_000 * 2 ** (tries - 1), LONGEST_PAUSE_MS);

async function failed(job: Claimed, error: unknown, now: Date): Promise<void> {
  const isLast = job.tries >= MOST_TRIES;
  log[isLast ? "error" : "warn"]({ jobId: Number(job.id), kind: job.kind, tries: job.tries, error }, "a job failed");
  const said = (error instanceof Error ? error.message : String(error)).slice(0, 500);
  await db().execute(sql`
    update jobs set locked_until = null, last_error = ${said}, failed_at = ${isLast ? now : null}, run_at = ${after(now, pauseOf(job.tries))} where id = ${job.id}`);
}

/** Takes one job that is due and does it; false when there was none. `clock` is read again when it is done. */
export async function runNextJob(clock: () => Date, kinds: Readonly<Record<string, JobKind>> = JOB_KINDS): Promise<boolean> {
  const job = await claim(clock());
  if (!job) return false;
  const keeping = setInterval(() => {
    db()
      .execute(sql`update jobs set locked_until = ${after(clock(), CLAIM_MS)} where id = ${job.id} and done_at is null`)
      .catch((error: unknown) => log.warn({ error }, "a job's claim could not be renewed"));
  }, CLAIM_MS / 3);
  try {
    const work = kinds[job.kind];
    if (!work) throw new Error(`there is no kind of job called ${job.kind}`);
    const result = JSON.stringify((await work(job.payload, clock(), rowOf(job))) ?? null);
    await db().execute(
      sql`update jobs set done_at = ${clock()}, percent = 100, locked_until = null, result = ${result}::jsonb where id = ${job.id}`,
    );
  } catch (error) {
    await failed(job, error, clock());
  } finally {
    clearInterval(keeping);
  }
  return true;
}
