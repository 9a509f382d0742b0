import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { takeaways } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { idSchema, textSchema } from "#server/input-schemas.ts";
import { roomCommand } from "./room-command.ts";

/** Notes what one takes away. The same words again are the same takeaway: a line may have dropped. */
export const noteTakeaway = roomCommand({
  at: "POST /api/meetings/:id/room/takeaways",
  input: z.strictObject({ id: idSchema, body: textSchema(2_000) }),
  output: z.object({ takeawayId: z.number() }),
  change: "decisions",
  when: "opened",
  by: "many",
  may: can.takePart,
  async run(tx, { id: meetingId }, { body }, { viewer: { personId }, now }) {
    const own = and(eq(takeaways.meetingId, meetingId), eq(takeaways.personId, personId));
    const same = and(own, eq(takeaways.body, body), isNull(takeaways.deletedAt));
    const [before] = await tx.select({ takeawayId: takeaways.id }).from(takeaways).where(same);
    if (before) return before;
    const [made] = await tx.insert(takeaways).values({ meetingId, personId, body, createdAt: now }).returning({ takeawayId: takeaways.id });
    return { takeawayId: made?.takeawayId ?? 0 };
  },
});
