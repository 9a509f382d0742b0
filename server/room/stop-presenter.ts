import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import { forumPresenters } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { idSchema } from "#server/input-schemas.ts";
import { findPresenter } from "./find-presenter.ts";
import { DONE, doneSchema, roomCommand } from "./room-command.ts";

/** Stops a presenter's clock. */
export const stopPresenter = roomCommand({
  at: "POST /api/meetings/:id/room/forum/presenters/:presenterId/stop",
  input: z.strictObject({ id: idSchema, presenterId: idSchema }),
  output: doneSchema,
  change: "forum",
  when: "running",
  by: "one",
  may: can.runMeeting,
  async run(tx, { id }, { presenterId }, { now }) {
    await findPresenter(tx, id, presenterId);
    const running = and(eq(forumPresenters.id, presenterId), isNotNull(forumPresenters.startedAt), isNull(forumPresenters.endedAt));
    await tx.update(forumPresenters).set({ endedAt: now }).where(running);
    return DONE;
  },
});
