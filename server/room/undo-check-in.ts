import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { checkIns } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { idSchema } from "#server/input-schemas.ts";
import { settleMeetingPoints } from "#server/points/meeting-points.ts";
import { uncountAttendance } from "#server/programmes/count-attendance.ts";
import { DONE, doneSchema, roomCommand } from "./room-command.ts";

/** Takes back a check-in that was a mistake. */
export const undoCheckIn = roomCommand({
  at: "POST /api/meetings/:id/room/ticks/undo",
  input: z.strictObject({ id: idSchema, personId: idSchema }),
  output: doneSchema,
  change: "people",
  when: "opened",
  by: "many",
  may: can.writeRecord,
  async run(tx, { id }, { personId }, { now }) {
    const standing = and(eq(checkIns.meetingId, id), eq(checkIns.personId, personId), isNull(checkIns.withdrawnAt));
    await tx.update(checkIns).set({ withdrawnAt: now }).where(standing);
    await uncountAttendance(tx, sql`m.id = ${id} and c.person_id = ${personId}`);
    await settleMeetingPoints(tx, id, now);
    return DONE;
  },
});
