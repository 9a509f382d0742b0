import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import { forumPresenters } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { findPresenter } from "./find-presenter.ts";
import { refuseClosedForum } from "./forum-of.ts";
import { DONE, doneSchema, roomCommand } from "./room-command.ts";

/** Starts a presenter's clock; whoever's runs is stopped. Started again, it begins anew. */
export const startPresenter = roomCommand({
  at: "POST /api/meetings/:id/room/forum/presenters/:presenterId/start",
  input: z.strictObject({ id: idSchema, presenterId: idSchema }),
  output: doneSchema,
  refusals: ["lot-not-drawn", "forum-is-closed"],
  change: "forum",
  when: "running",
  by: "one",
  may: can.runMeeting,
  async run(tx, { id }, { presenterId }, { now }) {
    const presenter = await findPresenter(tx, id, presenterId);
    const { seed } = await refuseClosedForum(tx, id);
    if (seed === "") throw new Refusal("lot-not-drawn");
    if (presenter.startedAt && !presenter.endedAt) return DONE;
    const running = and(eq(forumPresenters.meetingId, id), isNotNull(forumPresenters.startedAt), isNull(forumPresenters.endedAt));
    await tx.update(forumPresenters).set({ endedAt: now }).where(running);
    await tx.update(forumPresenters).set({ startedAt: now, endedAt: null }).where(eq(forumPresenters.id, presenterId));
    return DONE;
  },
});
