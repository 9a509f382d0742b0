import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { meetingQuestions } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { flagSchema, idSchema } from "#server/input-schemas.ts";
import { DONE, doneSchema, roomCommand } from "./room-command.ts";

/** Marks a question as answered, or as open again. */
export const settleQuestion = roomCommand({
  at: "POST /api/meetings/:id/room/questions/:questionId/answered",
  input: z.strictObject({ id: idSchema, questionId: idSchema, isOpen: flagSchema.default(false) }),
  output: doneSchema,
  change: "questions",
  when: "opened",
  by: "many",
  may: can.runMeeting,
  async run(tx, { id }, { questionId, isOpen }, { now }) {
    const one = and(eq(meetingQuestions.meetingId, id), eq(meetingQuestions.id, questionId));
    const settled = await tx
      .update(meetingQuestions)
      .set({ answeredAt: isOpen ? null : now })
      .where(one)
      .returning({ id: meetingQuestions.id });
    if (settled.length === 0) throw new Refusal("not-found");
    return DONE;
  },
});
