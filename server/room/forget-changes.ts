import { sql } from "drizzle-orm";
import { database } from "#db/client.ts";

const KEEP_MS = 86_400_000;

/** Deletes changes that every open page has long heard of. The newest stays: the feed goes on from its number. */
export async function forgetMeetingChanges(now: Date): Promise<void> {
  await database("judge").execute(sql`
    delete from meeting_changes where changed_at < ${new Date(now.getTime() - KEEP_MS)} and id < (select max(id) from meeting_changes)`);
}
