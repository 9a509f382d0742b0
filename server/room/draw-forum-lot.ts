import { randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { forumPresenters } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { drawLot } from "#domain/room/draw-lot.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema } from "#server/input-schemas.ts";
import { refuseDrawn, setForum } from "./forum-of.ts";
import { roomCommand } from "./room-command.ts";

/** Draws the order of presenters, once. The seed is kept and shown, so that anybody can draw it again and find the same. */
export const drawForumLot = roomCommand({
  at: "POST /api/meetings/:id/room/forum/lot",
  input: z.strictObject({ id: idSchema }),
  output: z.object({ seed: z.string() }),
  refusals: ["lot-is-drawn", "forum-is-closed", "no-presenters"],
  change: "forum",
  when: "running",
  by: "one",
  may: can.runMeeting,
  async run(tx, { id, branchId }, _input, context) {
    await refuseDrawn(tx, id);
    const listed = and(eq(forumPresenters.meetingId, id), isNull(forumPresenters.removedAt));
    const presenters = await tx.select({ id: forumPresenters.id }).from(forumPresenters).where(listed);
    if (presenters.length === 0) throw new Refusal("no-presenters");
    const seed = randomBytes(16).toString("hex");
    const lot = drawLot(
      presenters.map((one) => one.id),
      seed,
    );
    for (const [presenter, place] of lot) await tx.update(forumPresenters).set({ lot: place }).where(eq(forumPresenters.id, presenter));
    await setForum(tx, id, { seed });
    await writeAudit(tx, { context, action: "meeting.lot", object: "meeting", objectId: id, branchId, after: { seed } });
    return { seed };
  },
});
