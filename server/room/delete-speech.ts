import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { speeches } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { DONE, doneSchema, roomCommand } from "./room-command.ts";

/** Takes back one's own words, or, for whoever keeps the record, a note. */
export const deleteSpeech = roomCommand({
  at: "POST /api/meetings/:id/room/speeches/:speechId/delete",
  input: z.strictObject({ id: idSchema, speechId: idSchema }),
  output: doneSchema,
  change: "speeches",
  when: "opened",
  by: "many",
  may: (viewer, meeting) => can.takePart(viewer, meeting) || can.writeRecord(viewer, meeting),
  async run(tx, meeting, { speechId }, { viewer, now }) {
    const speech = and(eq(speeches.meetingId, meeting.id), eq(speeches.id, speechId));
    const [found] = await tx
      .select({ personId: speeches.personId, deletedAt: speeches.deletedAt })
      .from(speeches)
      .where(speech)
      .for("update");
    if (!found || (found.personId !== viewer.personId && !can.writeRecord(viewer, meeting))) throw new Refusal("not-found");
    if (!found.deletedAt) await tx.update(speeches).set({ deletedAt: now }).where(speech);
    return DONE;
  },
});
