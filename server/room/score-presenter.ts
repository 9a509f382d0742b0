import { z } from "zod";
import { forumScores } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { fieldRefusal } from "#server/verb.ts";
import { findPresenter } from "./find-presenter.ts";
import { refuseClosedForum } from "./forum-of.ts";
import { roomCommand } from "./room-command.ts";

/** Points as a judge writes them, up to three places, read as whole milli-points: no fraction of a computer's comes in between. */
const pointsSchema = z
  .union([z.number().transform(String), z.string().trim()])
  .refine((text) => /^\d{1,4}(\.\d{1,3})?$/.test(text), { message: "points" })
  .transform((text) => {
    const [whole = "0", part = ""] = text.split(".");
    return Number(whole) * 1_000 + Number(part.padEnd(3, "0"));
  });

/** A judge scores a presenter who has begun; it can be changed until the result is closed, and nobody sees it before. */
export const scorePresenter = roomCommand({
  at: "POST /api/meetings/:id/room/forum/presenters/:presenterId/score",
  input: z.strictObject({ id: idSchema, presenterId: idSchema, points: pointsSchema }),
  output: z.object({ milli: z.number() }),
  refusals: ["forum-is-closed", "not-presented-yet", "own-presentation", "above-most"],
  change: "forum",
  when: "running",
  by: "many",
  may: can.judgeForum,
  async run(tx, { id }, { presenterId, points: milli }, { viewer: { personId }, now }) {
    const presenter = await findPresenter(tx, id, presenterId);
    const { maxMilli } = await refuseClosedForum(tx, id);
    if (presenter.personId === personId) throw new Refusal("own-presentation");
    if (!presenter.startedAt) throw new Refusal("not-presented-yet");
    if (milli > maxMilli) throw fieldRefusal("points", "above-most", { most: maxMilli / 1_000 });
    const score = { milli, scoredAt: now };
    await tx
      .insert(forumScores)
      .values({ presenterId, judgeId: personId, ...score })
      .onConflictDoUpdate({ target: [forumScores.presenterId, forumScores.judgeId], set: score });
    return { milli };
  },
});
