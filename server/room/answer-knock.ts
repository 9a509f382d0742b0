import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { meetingKnocks, meetingPeople } from "#db/schema/meetings.ts";
import { people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { flagSchema, idSchema } from "#server/input-schemas.ts";
import { settleMeetingPoints } from "#server/points/meeting-points.ts";
import { countAttendance } from "#server/programmes/count-attendance.ts";
import { noteCheckIn } from "./note-check-in.ts";
import { DONE, doneSchema, roomCommand } from "./room-command.ts";

/** Lets somebody in who knocked: onto the list as a guest, and here; or declines. A knock that was answered already stays so. */
export const answerKnock = roomCommand({
  at: "POST /api/meetings/:id/room/knocks/:personId/answer",
  input: z.strictObject({ id: idSchema, personId: idSchema, admit: flagSchema }),
  output: doneSchema,
  change: "people",
  when: "opened",
  by: "one",
  may: can.runMeeting,
  async run(tx, { id: meetingId }, { personId, admit }, { viewer, now }) {
    const [open] = await tx
      .update(meetingKnocks)
      .set({ answeredAt: now, answeredBy: viewer.personId, isAdmitted: admit })
      .where(and(eq(meetingKnocks.meetingId, meetingId), eq(meetingKnocks.personId, personId), isNull(meetingKnocks.answeredAt)))
      .returning({ mode: meetingKnocks.mode });
    const [person] = await tx.select({ branchId: people.branchId }).from(people).where(eq(people.id, personId));
    if (!open || !person || !admit) return DONE;
    await tx
      .insert(meetingPeople)
      .values({ meetingId, personId, branchId: person.branchId, attend: "invited" })
      .onConflictDoUpdate({ target: [meetingPeople.meetingId, meetingPeople.personId], set: { removedAt: sql`null` } });
    await noteCheckIn(tx, { meetingId, personId, mode: open.mode, how: "tick", notedBy: viewer.personId, now });
    await countAttendance(tx, sql`m.id = ${meetingId} and c.person_id = ${personId}`);
    await settleMeetingPoints(tx, meetingId, now);
    return DONE;
  },
});
