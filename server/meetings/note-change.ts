import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";

/** What of a meeting changed, as its open pages are told: each reads anew what it shows of it. */
export type MeetingChange =
  | "meeting"
  | "agenda"
  | "people"
  | "queue"
  | "speeches"
  | "polls"
  | "questions"
  | "decisions"
  | "forum"
  | "record";

/** Tells everybody who has the meeting open, once this transaction commits. Any door may. */
export async function noteMeetingChange(tx: Tx, meetingId: number, change: MeetingChange, now: Date): Promise<void> {
  await tx.execute(sql`insert into meeting_changes (meeting_id, change, changed_at) values (${meetingId}, ${change}, ${now})`);
}
