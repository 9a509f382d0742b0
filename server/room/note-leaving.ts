import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { checkIns } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { blankable, flagSchema, idSchema } from "#server/input-schemas.ts";
import { fieldRefusal } from "#server/verb.ts";
import { DONE, doneSchema, roomCommand } from "./room-command.ts";

/** Notes that one leaves before the end, or is back; whoever keeps the record also for others. */
export const noteLeaving = roomCommand({
  at: "POST /api/meetings/:id/room/left",
  input: z.strictObject({ id: idSchema, personId: blankable(idSchema), isBack: flagSchema.default(false) }),
  output: doneSchema,
  refusals: ["only-recorder", "not-checked-in"],
  change: "people",
  when: "opened",
  by: "many",
  may: (viewer, meeting) => can.takePart(viewer, meeting) || can.writeRecord(viewer, meeting),
  async run(tx, meeting, { personId = 0, isBack }, { viewer, now }) {
    const who = personId || viewer.personId;
    if (who !== viewer.personId && !can.writeRecord(viewer, meeting)) throw fieldRefusal("personId", "only-recorder");
    const there = and(eq(checkIns.meetingId, meeting.id), eq(checkIns.personId, who), isNull(checkIns.withdrawnAt));
    const noted = await tx
      .update(checkIns)
      .set({ leftAt: isBack ? null : now })
      .where(there)
      .returning({ personId: checkIns.personId });
    if (noted.length === 0) throw fieldRefusal("personId", "not-checked-in");
    return DONE;
  },
});
