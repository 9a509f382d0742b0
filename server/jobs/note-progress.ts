import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";

/** How far a job came, and its result so far; in the transaction of the work itself, so that a job run again knows what is done. */
export async function noteProgress(tx: Db | Tx, jobId: number, percent: number, result: object): Promise<void> {
  await tx.execute(sql`
    update jobs set percent = ${Math.max(0, Math.min(99, Math.floor(percent)))}, result = ${JSON.stringify(result)}::jsonb
    where id = ${jobId} and done_at is null`);
}
