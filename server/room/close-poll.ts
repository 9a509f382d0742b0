import { eq } from "drizzle-orm";
import { z } from "zod";
import { meetingPolls } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { holdPoll } from "./find-poll.ts";
import { DONE, doneSchema, roomCommand } from "./room-command.ts";

/** Closes a poll: its counts, and what was right in a quiz, are told from now on. */
export const closePoll = roomCommand({
  at: "POST /api/meetings/:id/room/polls/:pollId/close",
  input: z.strictObject({ id: idSchema, pollId: idSchema }),
  output: doneSchema,
  refusals: ["poll-is-closed", "poll-not-open"],
  change: "polls",
  when: "running",
  by: "one",
  may: can.runMeeting,
  async run(tx, { id }, { pollId }, { now }) {
    const { openedAt, closedAt } = await holdPoll(tx, id, pollId, "update");
    if (closedAt) throw new Refusal("poll-is-closed");
    if (!openedAt) throw new Refusal("poll-not-open");
    await tx.update(meetingPolls).set({ closedAt: now }).where(eq(meetingPolls.id, pollId));
    return DONE;
  },
});
