import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { meetings } from "#db/schema/meetings.ts";
import { recordSignatures } from "#db/schema/records.ts";
import { can } from "#domain/access.ts";
import { wallAt } from "#domain/groups/wall-clock.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema } from "#server/input-schemas.ts";
import { uncountAttendance } from "#server/programmes/count-attendance.ts";
import { DONE, doneSchema, roomCommand } from "./room-command.ts";

const ZONE = "Asia/Shanghai";

/** Opens a meeting again that was closed by mistake: on the same day, and while nobody has signed what was said in it. Polls and items that ended stay ended. */
export const reopenMeeting = roomCommand({
  at: "POST /api/meetings/:id/room/reopen",
  input: z.strictObject({ id: idSchema }),
  output: doneSchema,
  refusals: ["meeting-is-open", "reopen-same-day", "reopen-signed"],
  change: "meeting",
  when: "opened",
  by: "one",
  may: can.runMeeting,
  async run(tx, { id, branchId, closedAt }, _input, context) {
    if (!closedAt) throw new Refusal("meeting-is-open");
    if (wallAt(closedAt, ZONE).day !== wallAt(context.now, ZONE).day) throw new Refusal("reopen-same-day");
    const signatures = await tx.$count(recordSignatures, and(eq(recordSignatures.meetingId, id), isNull(recordSignatures.voidedAt)));
    if (signatures > 0) throw new Refusal("reopen-signed");
    // Attendance stands when it is closed again.
    await uncountAttendance(tx, sql`m.id = ${id}`);

    await tx.update(meetings).set({ closedAt: null }).where(eq(meetings.id, id));
    await writeAudit(tx, { context, action: "meeting.reopen", object: "meeting", objectId: id, branchId, before: { closedAt } });
    return DONE;
  },
});
