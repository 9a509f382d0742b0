import { z } from "zod";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema } from "#server/input-schemas.ts";
import { refuseClosedForum, setForum } from "./forum-of.ts";
import { DONE, doneSchema, roomCommand } from "./room-command.ts";

/** Closes the result of a forum: no score is taken any more, and everybody inside sees it. */
export const closeForum = roomCommand({
  at: "POST /api/meetings/:id/room/forum/close",
  input: z.strictObject({ id: idSchema }),
  output: doneSchema,
  refusals: ["forum-is-closed"],
  change: "forum",
  when: "opened",
  by: "one",
  may: can.runMeeting,
  async run(tx, { id, branchId }, _input, context) {
    await refuseClosedForum(tx, id);
    await setForum(tx, id, { closedAt: context.now.toISOString() });
    await writeAudit(tx, { context, action: "meeting.result", object: "meeting", objectId: id, branchId });
    return DONE;
  },
});
