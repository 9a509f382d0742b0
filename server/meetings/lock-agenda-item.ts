import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { agendaItems } from "#db/schema/meetings.ts";
import type { Member } from "#domain/people/viewer.ts";
import { lockMeeting } from "./meeting-facts.ts";

/** A meeting with one item of its agenda, held for a change; an item of another meeting is not found. */
export async function lockAgendaItem(tx: Tx, meetingId: number, itemId: number, viewer: Member) {
  const meeting = await lockMeeting(tx, meetingId, viewer);
  const { id, place, startedAt, endedAt, removedAt } = agendaItems;
  const [item] = await tx
    .select({ id, place, startedAt, endedAt })
    .from(agendaItems)
    .where(and(eq(id, itemId), eq(agendaItems.meetingId, meetingId), isNull(removedAt)));
  return meeting && item && { ...meeting, item };
}
