import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { forumJudges } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { flagSchema, idSchema } from "#server/input-schemas.ts";
import { refuseClosedForum } from "./forum-of.ts";
import { DONE, doneSchema, roomCommand } from "./room-command.ts";
import { refuseStranger } from "./roster-entry.ts";

/** Names somebody of the meeting a judge, or (`isOff`) lets them be one no longer; scores given until then stay. */
export const nameJudge = roomCommand({
  at: "POST /api/meetings/:id/room/forum/judges",
  input: z.strictObject({ id: idSchema, personId: idSchema, isOff: flagSchema.default(false) }),
  output: doneSchema,
  refusals: ["forum-is-closed", "not-of-this-meeting"],
  change: "forum",
  when: "unlocked",
  by: "one",
  may: can.runMeeting,
  async run(tx, meeting, { personId, isOff }, { now }) {
    await refuseClosedForum(tx, meeting.id);
    const one = and(eq(forumJudges.meetingId, meeting.id), eq(forumJudges.personId, personId));
    if (isOff) {
      await tx.update(forumJudges).set({ removedAt: now }).where(one);
      return DONE;
    }
    await refuseStranger(tx, meeting, personId, "personId");
    await tx
      .insert(forumJudges)
      .values({ meetingId: meeting.id, personId })
      .onConflictDoUpdate({ target: [forumJudges.meetingId, forumJudges.personId], set: { removedAt: sql`null` } });
    return DONE;
  },
});
