import { z } from "zod";
import { can } from "#domain/access.ts";
import { forumRulesSchema } from "#domain/meetings/forum.ts";
import { idSchema, lineSchema } from "#server/input-schemas.ts";
import { refuseDrawn, setForum } from "./forum-of.ts";
import { DONE, doneSchema, roomCommand } from "./room-command.ts";

const { dropHighest, dropLowest, tie } = forumRulesSchema.shape;
const few = z.coerce.number().int();

const prizeSchema = z.strictObject({ name: lineSchema(20), count: few.min(1).max(50) });

/** Prizes as they are typed: a name and how many, a line each; without a number it is one. */
const readPrizes = (text: string) =>
  text.split(/\r?\n/).flatMap((line) => {
    const [, name = "", count = "1"] = /^\s*(.+?)(?:\s+(\d+))?\s*$/u.exec(line) ?? [];
    return name === "" ? [] : [{ name, count }];
  });

const prizesSchema = z.preprocess((given) => (typeof given === "string" ? readPrizes(given) : given), z.array(prizeSchema).max(8));

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
    /** Prizes in order, one a line with how many: "一等奖 1". Left out, they stay. */
    prizes: prizesSchema.optional(),
  }),
  output: doneSchema,
  refusals: ["lot-is-drawn", "forum-is-closed"],
  change: "forum",
  when: "unlocked",
  by: "one",
  may: can.runMeeting,
  async run(tx, { id }, { limitMinutes, warnSeconds, most, prizes, id: _id, ...rules }) {
    await refuseDrawn(tx, id);
    await setForum(tx, id, {
      ...{ ...rules, ...(prizes && { prizes }) },
      limitMs: limitMinutes * 60_000,
      warnMs: warnSeconds * 1_000,
      maxMilli: most * 1_000,
    });
    return DONE;
  },
});
