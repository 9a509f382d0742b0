import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { meetingPeople, meetings } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { idSchema } from "#server/input-schemas.ts";
import { lockMeeting } from "#server/meetings/meeting-facts.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { refuseClosedRecord } from "./refuse-closed-record.ts";
import { reopenRecord } from "./reopen-record.ts";

async function refuseStranger(tx: Tx, meetingId: number, field: string, personId: number): Promise<void> {
  const listed = and(eq(meetingPeople.meetingId, meetingId), eq(meetingPeople.personId, personId), isNull(meetingPeople.removedAt));
  if ((await tx.$count(meetingPeople, listed)) === 0) throw fieldRefusal(field, "not-on-roster");
}

/** Says who chaired and who recorded, when that turned out otherwise than planned: two people of the roster, since one does not sign for both. */
export const nameSigners = command({
  at: "POST /api/meetings/:id/record/signers",
  input: z.strictObject({ id: idSchema, chairId: idSchema, recorderId: idSchema }),
  output: z.object({ id: z.number() }),
  refusals: ["record-locked", "meeting-not-begun", "meeting-cancelled", "not-on-roster", "two-signers"],
  door: "play",
  load: (tx, { id }, { viewer }) => lockMeeting(tx, id, viewer),
  may: can.runMeeting,
  async run(tx, meeting, { chairId, recorderId }, { viewer, now }) {
    refuseClosedRecord(meeting, now);
    if (chairId === recorderId) throw fieldRefusal("recorderId", "two-signers");
    if (chairId === meeting.chairId && recorderId === meeting.recorderId) return { id: meeting.id };
    if (chairId !== meeting.chairId) await refuseStranger(tx, meeting.id, "chairId", chairId);
    if (recorderId !== meeting.recorderId) await refuseStranger(tx, meeting.id, "recorderId", recorderId);
    await tx
      .update(meetings)
      .set({ chairId, recorderId, revision: meeting.revision + 1 })
      .where(eq(meetings.id, meeting.id));
    await reopenRecord(tx, meeting, viewer, now);
    return { id: meeting.id };
  },
});
