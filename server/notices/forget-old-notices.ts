import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";

const DAY_MS = 86_400_000;
const READ_KEPT_DAYS = 180;
const DELIVERIES_KEPT_DAYS = 30;

/** Forgets notices that were read half a year ago, and what went out, or did not, a month ago. */
export async function forgetOldNotices(now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  await database("judge").execute(sql`delete from notices where read_at < ${before(READ_KEPT_DAYS)}`);
  await database("judge").execute(sql`delete from deliveries where created_at < ${before(DELIVERIES_KEPT_DAYS)}`);
}
