import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { meetingDecisions } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { DONE, doneSchema, roomCommand } from "./room-command.ts";

/** Takes back a decision that did not become a task yet. */
export const removeDecision = roomCommand({
  at: "POST /api/meetings/:id/room/decisions/:decisionId/remove",
  input: z.strictObject({ id: idSchema, decisionId: idSchema }),
  output: doneSchema,
  refusals: ["decision-is-task"],
  change: "decisions",
  when: "opened",
  by: "one",
  may: can.writeRecord,
  async run(tx, { id }, { decisionId }, { now }) {
    const one = and(eq(meetingDecisions.meetingId, id), eq(meetingDecisions.id, decisionId));
    const [found] = await tx.select({ taskId: meetingDecisions.taskId }).from(meetingDecisions).where(one);
    if (!found) throw new Refusal("not-found");
    if (found.taskId !== null) throw new Refusal("decision-is-task");
    await tx.update(meetingDecisions).set({ deletedAt: now }).where(one);
    return DONE;
  },
});
