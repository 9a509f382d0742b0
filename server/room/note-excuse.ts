import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { meetingPeople } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { blankable, idSchema, lineSchema } from "#server/input-schemas.ts";
import { fieldRefusal } from "#server/verb.ts";
import { DONE, doneSchema, roomCommand } from "./room-command.ts";
import { isOnRoster } from "./roster-entry.ts";

/** Notes that somebody is on leave, with why; without a reason the note is taken back. */
export const noteExcuse = roomCommand({
  at: "POST /api/meetings/:id/room/excuses",
  input: z.strictObject({ id: idSchema, personId: idSchema, excuse: blankable(lineSchema(200)) }),
  output: doneSchema,
  refusals: ["not-of-this-meeting"],
  change: "people",
  when: "unlocked",
  by: "many",
  may: can.writeRecord,
  async run(tx, { id }, { personId, excuse }, { viewer, now }) {
    if (!(await isOnRoster(tx, id, personId))) throw fieldRefusal("personId", "not-of-this-meeting");
    const excused = excuse === undefined ? { excusedAt: null, excusedBy: null } : { excusedAt: now, excusedBy: viewer.personId };
    await tx
      .update(meetingPeople)
      .set({ ...excused, excuse: excuse ?? "" })
      .where(and(eq(meetingPeople.meetingId, id), eq(meetingPeople.personId, personId)));
    return DONE;
  },
});
