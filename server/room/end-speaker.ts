import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { speakingQueue } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { DONE, doneSchema, roomCommand } from "./room-command.ts";

/** Somebody has spoken, or is taken out of the queue. */
export const endSpeaker = roomCommand({
  at: "POST /api/meetings/:id/room/queue/:entryId/end",
  input: z.strictObject({ id: idSchema, entryId: idSchema }),
  output: doneSchema,
  change: "queue",
  when: "running",
  by: "one",
  may: can.runMeeting,
  async run(tx, { id }, { entryId }, { now }) {
    const entry = and(eq(speakingQueue.meetingId, id), eq(speakingQueue.id, entryId));
    const [found] = await tx.select({ id: speakingQueue.id }).from(speakingQueue).where(entry);
    if (!found) throw new Refusal("not-found");
    await tx
      .update(speakingQueue)
      .set({ endedAt: now })
      .where(and(entry, isNull(speakingQueue.endedAt)));
    return DONE;
  },
});
