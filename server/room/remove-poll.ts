import { eq } from "drizzle-orm";
import { z } from "zod";
import { meetingPolls } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { holdPoll } from "./find-poll.ts";
import { DONE, doneSchema, roomCommand } from "./room-command.ts";

/** Takes away a poll that was not opened; once people could answer, it stays. */
export const removePoll = roomCommand({
  at: "POST /api/meetings/:id/room/polls/:pollId/remove",
  input: z.strictObject({ id: idSchema, pollId: idSchema }),
  output: doneSchema,
  refusals: ["poll-was-opened"],
  change: "polls",
  when: "unlocked",
  by: "one",
  may: can.runMeeting,
  async run(tx, { id }, { pollId }, { now }) {
    const { openedAt } = await holdPoll(tx, id, pollId, "update");
    if (openedAt) throw new Refusal("poll-was-opened");
    await tx.update(meetingPolls).set({ removedAt: now }).where(eq(meetingPolls.id, pollId));
    return DONE;
  },
});
