import { eq } from "drizzle-orm";
import { z } from "zod";
import { forumPresenters } from "#db/schema/meetings.ts";
import { people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { blankable, idSchema, lineSchema } from "#server/input-schemas.ts";
import { fieldRefusal } from "#server/verb.ts";
import { refuseDrawn, setForum } from "./forum-of.ts";
import { roomCommand } from "./room-command.ts";
import { refuseStranger } from "./roster-entry.ts";

/** Adds a presenter, of the list or by name (a guest, a team), before the lot is drawn. */
export const addPresenter = roomCommand({
  at: "POST /api/meetings/:id/room/forum/presenters",
  input: z.strictObject({
    id: idSchema,
    personId: blankable(idSchema),
    name: blankable(lineSchema(60)),
    topic: blankable(lineSchema(120)),
  }),
  output: z.object({ presenterId: z.number() }),
  refusals: ["lot-is-drawn", "forum-is-closed", "not-of-this-meeting", "presenter-unnamed"],
  change: "forum",
  when: "unlocked",
  by: "one",
  may: can.runMeeting,
  async run(tx, meeting, { personId, name, topic }) {
    await refuseDrawn(tx, meeting.id);
    if (personId === undefined && name === undefined) throw fieldRefusal("name", "presenter-unnamed");
    if (personId !== undefined) await refuseStranger(tx, meeting, personId, "personId");
    const [person] = personId === undefined ? [] : await tx.select({ name: people.name }).from(people).where(eq(people.id, personId));
    await setForum(tx, meeting.id, {});
    const [made] = await tx
      .insert(forumPresenters)
      .values({ meetingId: meeting.id, personId: personId ?? null, name: name ?? person?.name ?? "", topic: topic ?? "" })
      .returning({ presenterId: forumPresenters.id });
    return { presenterId: made?.presenterId ?? 0 };
  },
});
