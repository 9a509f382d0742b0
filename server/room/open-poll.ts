import { eq } from "drizzle-orm";
import { z } from "zod";
import { meetingPolls } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { holdPoll } from "./find-poll.ts";
import { DONE, doneSchema, roomCommand } from "./room-command.ts";

/** Opens a poll that was prepared. One that was closed stays closed: its result is known. */
export const openPoll = roomCommand({
  at: "POST /api/meetings/:id/room/polls/:pollId/open",
  input: z.strictObject({ id: idSchema, pollId: idSchema }),
  output: doneSchema,
  refusals: ["poll-is-closed"],
  change: "polls",
  when: "running",
  by: "one",
  may: can.runMeeting,
  async run(tx, { id }, { pollId }, { now }) {
    const { openedAt, closedAt } = await holdPoll(tx, id, pollId, "update");
    if (closedAt) throw new Refusal("poll-is-closed");
    if (!openedAt) await tx.update(meetingPolls).set({ openedAt: now }).where(eq(meetingPolls.id, pollId));
    return DONE;
  },
});
