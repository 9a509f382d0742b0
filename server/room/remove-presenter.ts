import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { forumPresenters } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { refuseDrawn } from "./forum-of.ts";
import { DONE, doneSchema, roomCommand } from "./room-command.ts";

/** Takes a presenter off, before the lot is drawn. */
export const removePresenter = roomCommand({
  at: "POST /api/meetings/:id/room/forum/presenters/:presenterId/remove",
  input: z.strictObject({ id: idSchema, presenterId: idSchema }),
  output: doneSchema,
  refusals: ["lot-is-drawn", "forum-is-closed"],
  change: "forum",
  when: "unlocked",
  by: "one",
  may: can.runMeeting,
  async run(tx, { id }, { presenterId }, { now }) {
    const one = and(eq(forumPresenters.meetingId, id), eq(forumPresenters.id, presenterId));
    const [found] = await tx.select({ removedAt: forumPresenters.removedAt }).from(forumPresenters).where(one);
    if (!found) throw new Refusal("not-found");
    if (found.removedAt) return DONE;
    await refuseDrawn(tx, id);
    await tx.update(forumPresenters).set({ removedAt: now }).where(one);
    return DONE;
  },
});
