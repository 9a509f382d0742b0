import { sql } from "drizzle-orm";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { idSchema } from "#server/input-schemas.ts";
import { settleMeetingPoints } from "#server/points/meeting-points.ts";
import { countAttendance } from "#server/programmes/count-attendance.ts";
import { fieldRefusal } from "#server/verb.ts";
import { modeSchema, noteCheckIn } from "./note-check-in.ts";
import { roomCommand } from "./room-command.ts";
import { isOnRoster } from "./roster-entry.ts";

/** Notes that somebody of the list is there, for who has no phone at hand. */
export const tickPerson = roomCommand({
  at: "POST /api/meetings/:id/room/ticks",
  input: z.strictObject({ id: idSchema, personId: idSchema, mode: modeSchema.default("on_site") }),
  output: z.object({ checkedInAt: z.date() }),
  refusals: ["not-of-this-meeting"],
  change: "people",
  when: "opened",
  by: "many",
  may: can.writeRecord,
  async run(tx, { id: meetingId }, { personId, mode }, { viewer, now }) {
    if (!(await isOnRoster(tx, meetingId, personId))) throw fieldRefusal("personId", "not-of-this-meeting");
    const checkedInAt = await noteCheckIn(tx, { meetingId, personId, mode, how: "tick", notedBy: viewer.personId, now });
    await countAttendance(tx, sql`m.id = ${meetingId} and c.person_id = ${personId}`);
    await settleMeetingPoints(tx, meetingId, now);
    return { checkedInAt };
  },
});
