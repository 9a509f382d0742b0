import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { takeaways } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { DONE, doneSchema, roomCommand } from "./room-command.ts";

/** Takes back one's own takeaway. */
export const removeTakeaway = roomCommand({
  at: "POST /api/meetings/:id/room/takeaways/:takeawayId/remove",
  input: z.strictObject({ id: idSchema, takeawayId: idSchema }),
  output: doneSchema,
  change: "decisions",
  when: "opened",
  by: "many",
  may: can.takePart,
  async run(tx, { id }, { takeawayId }, { viewer: { personId }, now }) {
    const own = and(eq(takeaways.meetingId, id), eq(takeaways.id, takeawayId), eq(takeaways.personId, personId));
    const removed = await tx.update(takeaways).set({ deletedAt: now }).where(own).returning({ id: takeaways.id });
    if (removed.length === 0) throw new Refusal("not-found");
    return DONE;
  },
});
