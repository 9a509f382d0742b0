import { eq } from "drizzle-orm";
import { z } from "zod";
import { meetings } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema, lineSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockMeeting } from "./meeting-facts.ts";
import { noteMeetingChange } from "./note-change.ts";
import { refuseBegun } from "./refuse-over.ts";
import { tellRoster } from "./tell-roster.ts";

/** Calls a meeting off, with a reason; it stays to be seen, and who was told of it is told of this. */
export const cancelMeeting = command({
  at: "POST /api/meetings/:id/cancel",
  input: z.strictObject({ id: idSchema, reason: lineSchema(300) }),
  output: z.object({ told: z.number() }),
  refusals: ["meeting-cancelled", "meeting-is-over", "meeting-begun"],
  door: "desk",
  load: (tx, { id }, { viewer }) => lockMeeting(tx, id, viewer),
  may: can.runMeeting,
  async run(tx, meeting, { id, reason }, context) {
    const { now } = context;
    refuseBegun(meeting, now);
    await tx
      .update(meetings)
      .set({ cancelledAt: now, cancelReason: reason, revision: meeting.revision + 1 })
      .where(eq(meetings.id, id));
    await noteMeetingChange(tx, id, "meeting", now);
    const told = meeting.announcedAt ? await tellRoster(tx, meeting, { kind: "meeting-cancelled", params: { reason }, now }) : 0;
    const { branchId, title, startsAt } = meeting;
    const entry = { action: "meeting.cancel", object: "meeting", objectId: id, branchId, before: { title, startsAt }, reason };
    await writeAudit(tx, { context, ...entry });
    return { told };
  },
});
