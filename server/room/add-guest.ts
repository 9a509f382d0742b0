import { and, eq, isNull, or, sql } from "drizzle-orm";
import { z } from "zod";
import { meetingPeople } from "#db/schema/meetings.ts";
import { people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { flagSchema, idSchema, lineSchema } from "#server/input-schemas.ts";
import { settleMeetingPoints } from "#server/points/meeting-points.ts";
import { countAttendance } from "#server/programmes/count-attendance.ts";
import { fieldRefusal } from "#server/verb.ts";
import { modeSchema, noteCheckIn } from "./note-check-in.ts";
import { roomCommand } from "./room-command.ts";

/** Puts somebody on the list who stands in the door, and checks them in: by staff number, or by a name that only one person has. */
export const addGuest = roomCommand({
  at: "POST /api/meetings/:id/room/guests",
  input: z.strictObject({ id: idSchema, who: lineSchema(64), isHere: flagSchema.default(true), mode: modeSchema.default("on_site") }),
  output: z.object({ personId: z.number(), name: z.string() }),
  refusals: ["nobody-of-that-name", "several-of-that-name"],
  change: "people",
  when: "opened",
  by: "one",
  may: can.runMeeting,
  async run(tx, { id: meetingId }, { who, isHere, mode }, { viewer, now }) {
    const { id, name, branchId } = people;
    const found = await tx
      .select({ id, name, branchId, staffNo: people.staffNo })
      .from(people)
      .where(and(isNull(people.disabledAt), or(eq(people.staffNo, who), eq(people.name, who))))
      .limit(3);
    const person = found.find(({ staffNo }) => staffNo === who) ?? found[0];
    if (!person) throw fieldRefusal("who", "nobody-of-that-name");
    if (found.length > 1 && person.staffNo !== who) throw fieldRefusal("who", "several-of-that-name");
    await tx
      .insert(meetingPeople)
      .values({ meetingId, personId: person.id, branchId: person.branchId, attend: "invited" })
      .onConflictDoUpdate({ target: [meetingPeople.meetingId, meetingPeople.personId], set: { removedAt: sql`null` } });
    if (isHere) {
      await noteCheckIn(tx, { meetingId, personId: person.id, mode, how: "tick", notedBy: viewer.personId, now });
      await countAttendance(tx, sql`m.id = ${meetingId} and c.person_id = ${person.id}`);
      await settleMeetingPoints(tx, meetingId, now);
    }
    return { personId: person.id, name: person.name };
  },
});
