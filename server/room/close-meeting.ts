import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { meetingPolls, meetings, speakingQueue } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema } from "#server/input-schemas.ts";
import { settleMeetingPoints } from "#server/points/meeting-points.ts";
import { countAttendance } from "#server/programmes/count-attendance.ts";
import { endRunning } from "./agenda-of.ts";
import { roomCommand } from "./room-command.ts";

/** Closes a meeting: the item that runs, the queue and open polls end with it, and its attendance counts from now on. */
export const closeMeeting = roomCommand({
  at: "POST /api/meetings/:id/room/close",
  input: z.strictObject({ id: idSchema }),
  output: z.object({ closedAt: z.date() }),
  change: "meeting",
  when: "running",
  by: "one",
  may: can.runMeeting,
  async run(tx, { id, branchId }, _input, context) {
    const { now } = context;
    await endRunning(tx, id, now);
    await tx
      .update(speakingQueue)
      .set({ endedAt: now })
      .where(and(eq(speakingQueue.meetingId, id), isNull(speakingQueue.endedAt)));
    await tx
      .update(meetingPolls)
      .set({ closedAt: now })
      .where(and(eq(meetingPolls.meetingId, id), isNotNull(meetingPolls.openedAt), isNull(meetingPolls.closedAt)));
    await tx.update(meetings).set({ closedAt: now }).where(eq(meetings.id, id));
    await countAttendance(tx, sql`m.id = ${id}`);
    await writeAudit(tx, { context, action: "meeting.close", object: "meeting", objectId: id, branchId });
    await settleMeetingPoints(tx, id, now);
    return { closedAt: now };
  },
});
