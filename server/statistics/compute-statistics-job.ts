import { sql } from "drizzle-orm";
import { z } from "zod";
import { type Db, database, type Tx } from "#db/client.ts";
import { computeStatistics } from "./compute-statistics.ts";

const payloadSchema = z.object({ contestId: z.number() });

/** The job behind a contest's figures. */
export const computeStatisticsJob = (payload: Record<string, unknown>, now: Date) =>
  computeStatistics(database("judge"), payloadSchema.parse(payload).contestId, now);

/** Asks for the figures of a contest, one job at a time: who asks again while it waits is told of the same one. */
export async function askForStatistics(tx: Db | Tx, contestId: number, now: Date, by: number | null = null): Promise<number> {
  const payload = JSON.stringify({ contestId });
  const waiting = await tx.execute<{ id: string }>(sql`
    select id from jobs where kind = 'statistics' and done_at is null and failed_at is null and payload @> ${payload}::jsonb
      and locked_until is null and created_by is not distinct from ${by} limit 1`);
  const known = waiting.rows[0];
  if (known) return Number(known.id);
  const { rows } = await tx.execute<{ id: string }>(
    sql`insert into jobs (kind, payload, run_at, created_by) values ('statistics', ${payload}::jsonb, ${now}, ${by}) returning id`,
  );
  return Number(rows[0]?.id);
}
