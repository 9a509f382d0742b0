import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { meetingQuestions } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema, textSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockMeeting } from "./meeting-facts.ts";
import { noteMeetingChange } from "./note-change.ts";
import { refuseOver } from "./refuse-over.ts";

const MOST_A_PERSON = 20;

/** A question for the lead reader, collected before the meeting and during it. */
export const askQuestion = command({
  at: "POST /api/meetings/:id/questions",
  input: z.strictObject({ id: idSchema, body: textSchema(500) }),
  output: z.object({ id: z.number() }),
  refusals: ["too-many", "meeting-cancelled", "meeting-is-over"],
  door: "play",
  load: (tx, { id }, { viewer }) => lockMeeting(tx, id, viewer),
  may: can.takePart,
  async run(tx, meeting, { id, body }, { viewer, now }) {
    refuseOver(meeting, now);
    const { meetingId, personId, deletedAt } = meetingQuestions;
    const mine = await tx.$count(meetingQuestions, and(eq(meetingId, id), eq(personId, viewer.personId), isNull(deletedAt)));
    if (mine >= MOST_A_PERSON) throw new Refusal("too-many", { most: MOST_A_PERSON });
    const [made] = await tx
      .insert(meetingQuestions)
      .values({ meetingId: id, personId: viewer.personId, body, createdAt: now })
      .returning({ id: meetingQuestions.id });
    await noteMeetingChange(tx, id, "questions", now);
    return { id: made?.id ?? 0 };
  },
});
