import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { meetings } from "#db/schema/meetings.ts";
import { Refusal } from "#domain/refusal.ts";

/** A meeting of a plan that may still be moved or skipped in the plan. One that was announced is changed on its own page, where everybody is told. */
export async function freeMeeting(tx: Tx, planId: number, meetingId: number, now: Date) {
  await tx.execute(sql`select 1 from meetings where id = ${meetingId} for update`);
  const [meeting] = await tx
    .select()
    .from(meetings)
    .where(and(eq(meetings.id, meetingId), eq(meetings.planId, planId)));
  if (!meeting) throw new Refusal("not-found");
  if (meeting.cancelledAt) throw new Refusal("meeting-cancelled");
  if (meeting.openedAt || meeting.startsAt <= now) throw new Refusal("meeting-begun");
  if (meeting.announcedAt) throw new Refusal("meeting-announced");
  return meeting;
}
