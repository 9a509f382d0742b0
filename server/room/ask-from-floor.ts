import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { forumPresenters, meetingQuestions } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { blankable, idSchema, textSchema } from "#server/input-schemas.ts";
import { fieldRefusal } from "#server/verb.ts";
import { roomCommand } from "./room-command.ts";

/** Asks from the floor; in a forum, of one presenter. The same question again is the same one. */
export const askFromFloor = roomCommand({
  at: "POST /api/meetings/:id/room/questions",
  input: z.strictObject({ id: idSchema, body: textSchema(500), presenterId: blankable(idSchema) }),
  output: z.object({ questionId: z.number() }),
  change: "questions",
  when: "running",
  by: "many",
  may: can.takePart,
  async run(tx, { id: meetingId }, { body, presenterId }, { viewer: { personId }, now }) {
    if (presenterId !== undefined) {
      const one = and(eq(forumPresenters.meetingId, meetingId), eq(forumPresenters.id, presenterId), isNull(forumPresenters.removedAt));
      const [presenter] = await tx.select({ id: forumPresenters.id }).from(forumPresenters).where(one);
      if (!presenter) throw fieldRefusal("presenterId", "not-found");
    }
    const own = and(eq(meetingQuestions.meetingId, meetingId), eq(meetingQuestions.personId, personId), isNull(meetingQuestions.deletedAt));
    const [before] = await tx
      .select({ questionId: meetingQuestions.id })
      .from(meetingQuestions)
      .where(and(own, eq(meetingQuestions.body, body)));
    if (before) return before;
    const [made] = await tx
      .insert(meetingQuestions)
      .values({ meetingId, personId, body, presenterId: presenterId ?? null, createdAt: now })
      .returning({ questionId: meetingQuestions.id });
    return { questionId: made?.questionId ?? 0 };
  },
});
