import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { lockMeeting } from "#server/meetings/meeting-facts.ts";
import { command } from "#server/verb.ts";
import { closeRecord } from "./close-record.ts";
import { refuseClosedRecord } from "./refuse-closed-record.ts";

/** Locks a record that both have signed before its three days are over. Doing it twice is doing it once. */
export const lockRecord = command({
  at: "POST /api/meetings/:id/record/lock",
  input: z.strictObject({ id: idSchema }),
  output: z.object({ lockedAt: z.date() }),
  refusals: ["record-locked", "record-not-signed", "meeting-not-begun", "meeting-cancelled"],
  door: "play",
  load: (tx, { id }, { viewer }) => lockMeeting(tx, id, viewer),
  may: can.writeRecord,
  async run(tx, meeting, _input, { now }) {
    if (meeting.lockedAt) return { lockedAt: meeting.lockedAt };
    refuseClosedRecord(meeting, now);
    if (!meeting.signed) throw new Refusal("record-not-signed");
    await closeRecord(tx, meeting, now);
    return { lockedAt: now };
  },
});
