import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { speakingQueue } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { idSchema } from "#server/input-schemas.ts";
import { roomCommand } from "./room-command.ts";

/** Asks to speak. Who is in the queue already stays where they are. */
export const askToSpeak = roomCommand({
  at: "POST /api/meetings/:id/room/queue",
  input: z.strictObject({ id: idSchema }),
  output: z.object({ entryId: z.number() }),
  change: "queue",
  when: "running",
  by: "many",
  may: can.takePart,
  async run(tx, { id }, _input, { viewer: { personId }, now }) {
    await tx.insert(speakingQueue).values({ meetingId: id, personId, askedAt: now }).onConflictDoNothing();
    const mine = and(eq(speakingQueue.meetingId, id), eq(speakingQueue.personId, personId), isNull(speakingQueue.endedAt));
    const [entry] = await tx.select({ entryId: speakingQueue.id }).from(speakingQueue).where(mine);
    return { entryId: entry?.entryId ?? 0 };
  },
});
