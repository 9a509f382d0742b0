import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { meetingQuestions } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockMeeting } from "./meeting-facts.ts";
import { noteMeetingChange } from "./note-change.ts";
import { refuseOver } from "./refuse-over.ts";

/** Takes a question back: one's own, or any by who runs the meeting. */
export const removeQuestion = command({
  at: "POST /api/meetings/:id/questions/:question/remove",
  input: z.strictObject({ id: idSchema, question: idSchema }),
  output: z.object({ id: z.number() }),
  refusals: ["meeting-cancelled", "meeting-is-over"],
  door: "play",
  async load(tx, { id, question }, { viewer }) {
    const meeting = await lockMeeting(tx, id, viewer);
    const { personId, deletedAt } = meetingQuestions;
    const [asked] = await tx
      .select({ personId })
      .from(meetingQuestions)
      .where(and(eq(meetingQuestions.id, question), eq(meetingQuestions.meetingId, id), isNull(deletedAt)));
    return meeting && asked && { meeting, asked };
  },
  may: (viewer, { meeting, asked }) =>
    can.runMeeting(viewer, meeting) || (asked.personId === viewer.personId && can.takePart(viewer, meeting)),
  async run(tx, { meeting }, { id, question }, { now }) {
    refuseOver(meeting, now);
    await tx.update(meetingQuestions).set({ deletedAt: now }).where(eq(meetingQuestions.id, question));
    await noteMeetingChange(tx, id, "questions", now);
    return { id: question };
  },
});
