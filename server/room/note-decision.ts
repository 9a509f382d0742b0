import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { meetingDecisions } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { daySchema } from "#domain/groups/recurrence.ts";
import { blankable, idSchema, textSchema } from "#server/input-schemas.ts";
import { roomCommand } from "./room-command.ts";
import { refuseStranger } from "./roster-entry.ts";

/** Notes a decision, with who sees to it and until the end of which day. The same words again are the same decision: a line may have dropped. */
export const noteDecision = roomCommand({
  at: "POST /api/meetings/:id/room/decisions",
  input: z.strictObject({ id: idSchema, body: textSchema(1_000), ownerId: blankable(idSchema), dueOn: blankable(daySchema) }),
  output: z.object({ decisionId: z.number() }),
  refusals: ["not-of-this-meeting"],
  change: "decisions",
  when: "opened",
  by: "one",
  may: can.writeRecord,
  async run(tx, meeting, { body, ownerId, dueOn }, { viewer, now }) {
    if (ownerId !== undefined) await refuseStranger(tx, meeting, ownerId, "ownerId");
    const same = and(eq(meetingDecisions.meetingId, meeting.id), eq(meetingDecisions.body, body), isNull(meetingDecisions.deletedAt));
    const [before] = await tx.select({ decisionId: meetingDecisions.id }).from(meetingDecisions).where(same);
    if (before) return before;
    const dueAt = dueOn === undefined ? null : new Date(`${dueOn}T23:59:59+08:00`);
    const [made] = await tx
      .insert(meetingDecisions)
      .values({ meetingId: meeting.id, body, ownerId: ownerId ?? null, dueAt, createdBy: viewer.personId, createdAt: now })
      .returning({ decisionId: meetingDecisions.id });
    return { decisionId: made?.decisionId ?? 0 };
  },
});
