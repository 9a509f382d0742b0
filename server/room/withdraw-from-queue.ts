import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { speakingQueue } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { idSchema } from "#server/input-schemas.ts";
import { DONE, doneSchema, roomCommand } from "./room-command.ts";

/** Leaves the queue, or ends one's own speaking. Who is not in it is told the same. */
export const withdrawFromQueue = roomCommand({
  at: "POST /api/meetings/:id/room/queue/withdraw",
  input: z.strictObject({ id: idSchema }),
  output: doneSchema,
  change: "queue",
  when: "running",
  by: "many",
  may: can.takePart,
  async run(tx, { id }, _input, { viewer: { personId }, now }) {
    const mine = and(eq(speakingQueue.meetingId, id), eq(speakingQueue.personId, personId), isNull(speakingQueue.endedAt));
    await tx.update(speakingQueue).set({ endedAt: now }).where(mine);
    return DONE;
  },
});
