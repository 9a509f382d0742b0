import { and, eq, isNotNull, isNull, ne } from "drizzle-orm";
import { z } from "zod";
import { speakingQueue } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { DONE, doneSchema, roomCommand } from "./room-command.ts";

/** Calls somebody of the queue; whoever speaks has ended. */
export const callSpeaker = roomCommand({
  at: "POST /api/meetings/:id/room/queue/:entryId/call",
  input: z.strictObject({ id: idSchema, entryId: idSchema }),
  output: doneSchema,
  change: "queue",
  when: "running",
  by: "one",
  may: can.runMeeting,
  async run(tx, { id }, { entryId }, { now }) {
    const waiting = and(eq(speakingQueue.meetingId, id), eq(speakingQueue.id, entryId), isNull(speakingQueue.endedAt));
    const [entry] = await tx.select({ calledAt: speakingQueue.calledAt }).from(speakingQueue).where(waiting);
    if (!entry) throw new Refusal("not-found");
    if (entry.calledAt) return DONE;
    const speaking = and(eq(speakingQueue.meetingId, id), isNotNull(speakingQueue.calledAt), isNull(speakingQueue.endedAt));
    await tx
      .update(speakingQueue)
      .set({ endedAt: now })
      .where(and(speaking, ne(speakingQueue.id, entryId)));
    await tx.update(speakingQueue).set({ calledAt: now }).where(waiting);
    return DONE;
  },
});
