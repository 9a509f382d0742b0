import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { files } from "#db/schema/files.ts";
import { can } from "#domain/access.ts";
import { idSchema } from "#server/input-schemas.ts";
import { lockMeeting } from "#server/meetings/meeting-facts.ts";
import { command } from "#server/verb.ts";
import { refuseClosedRecord } from "./refuse-closed-record.ts";
import { reopenRecord } from "./reopen-record.ts";

/** Takes a file out of a record that is open yet. Doing it twice is doing it once. */
export const detachFromRecord = command({
  at: "POST /api/meetings/:id/record/files/:file/remove",
  input: z.strictObject({ id: idSchema, file: idSchema }),
  output: z.object({ id: z.number() }),
  refusals: ["record-locked", "meeting-not-begun", "meeting-cancelled"],
  door: "play",
  load: (tx, { id }, { viewer }) => lockMeeting(tx, id, viewer),
  may: can.writeRecord,
  async run(tx, meeting, { file }, { viewer, now }) {
    refuseClosedRecord(meeting, now);
    const removed = await tx
      .update(files)
      .set({ removedAt: now })
      .where(and(eq(files.id, file), eq(files.meetingId, meeting.id), isNull(files.removedAt)))
      .returning({ id: files.id });
    if (removed.length > 0) await reopenRecord(tx, meeting, viewer, now);
    return { id: file };
  },
});
