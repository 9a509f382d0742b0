import { z } from "zod";
import { can } from "#domain/access.ts";
import { forumRulesSchema } from "#domain/meetings/forum.ts";
import { idSchema } from "#server/input-schemas.ts";
import { refuseDrawn, setForum } from "./forum-of.ts";
import { DONE, doneSchema, roomCommand } from "./room-command.ts";

const { dropHighest, dropLowest, tie } = forumRulesSchema.shape;
const few = z.coerce.number().int();

/** Sets the printed rules of a forum; once the lot is drawn they stand. */
export const setForumRules = roomCommand({
  at: "POST /api/meetings/:id/room/forum",
  input: z.strictObject({
    id: idSchema,
    limitMinutes: few.min(1).max(120),
    warnSeconds: few.min(0).max(3_600),
    /** The highest score, in points. */
    most: few.min(1).max(1_000),
    dropHighest: few.pipe(dropHighest.unwrap()),
    dropLowest: few.pipe(dropLowest.unwrap()),
    tie: tie.unwrap(),
  }),
  output: doneSchema,
  refusals: ["lot-is-drawn", "forum-is-closed"],
  change: "forum",
  when: "unlocked",
  by: "one",
  may: can.runMeeting,
  async run(tx, { id }, { limitMinutes, warnSeconds, most, id: _id, ...rules }) {
    await refuseDrawn(tx, id);
    await setForum(tx, id, { ...rules, limitMs: limitMinutes * 60_000, warnMs: warnSeconds * 1_000, maxMilli: most * 1_000 });
    return DONE;
  },
});
