import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { meetingPeople } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockMeeting } from "./meeting-facts.ts";
import { noteMeetingChange } from "./note-change.ts";
import { refuseOver } from "./refuse-over.ts";

/** Takes somebody off the list who has not checked in; what they replied stays with the row. */
export const uninvitePerson = command({
  at: "POST /api/meetings/:id/people/:person/remove",
  input: z.strictObject({ id: idSchema, person: idSchema }),
  output: z.object({ removed: z.number() }),
  refusals: ["has-checked-in", "meeting-cancelled", "meeting-is-over"],
  door: "desk",
  load: (tx, { id }, { viewer }) => lockMeeting(tx, id, viewer),
  may: can.runMeeting,
  async run(tx, meeting, { id, person }, context) {
    refuseOver(meeting, context.now);
    const { rows } = await tx.execute(
      sql`select 1 from check_ins where meeting_id = ${id} and person_id = ${person} and withdrawn_at is null`,
    );
    if (rows.length > 0) throw new Refusal("has-checked-in");
    const { rowCount } = await tx
      .update(meetingPeople)
      .set({ removedAt: context.now })
      .where(and(eq(meetingPeople.meetingId, id), eq(meetingPeople.personId, person), isNull(meetingPeople.removedAt)));
    await noteMeetingChange(tx, id, "people", context.now);
    const entry = { action: "meeting.uninvite", object: "meeting", objectId: id, branchId: meeting.branchId, after: { person } };
    if (rowCount) await writeAudit(tx, { context, ...entry });
    return { removed: rowCount ?? 0 };
  },
});
