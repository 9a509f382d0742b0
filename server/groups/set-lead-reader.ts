import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { agendaItems, meetings } from "#db/schema/meetings.ts";
import { noteMeetingChange } from "#server/meetings/note-change.ts";

/** Gives a meeting another lead reader: on the meeting itself, and on the reading items of its agenda that were the former one's. */
export async function setLeadReader(
  tx: Tx,
  meeting: { id: number; leadReaderId: number | null },
  personId: number | null,
  now: Date,
): Promise<void> {
  if (meeting.leadReaderId === personId) return;
  await tx
    .update(meetings)
    .set({ leadReaderId: personId, revision: sql`${meetings.revision} + 1` })
    .where(eq(meetings.id, meeting.id));
  const theirs = sql`${agendaItems.personId} is not distinct from ${meeting.leadReaderId}`;
  await tx
    .update(agendaItems)
    .set({ personId })
    .where(and(eq(agendaItems.meetingId, meeting.id), eq(agendaItems.kind, "reading"), isNull(agendaItems.removedAt), theirs));
  await noteMeetingChange(tx, meeting.id, "meeting", now);
}
