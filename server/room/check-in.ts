import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { isCodeValid } from "#domain/room/check-in-code.ts";
import { blankable, idSchema, lineSchema } from "#server/input-schemas.ts";
import { findMeeting, type MeetingFacts } from "#server/meetings/meeting-facts.ts";
import { noteMeetingChange } from "#server/meetings/note-change.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { findSecret, signOf } from "./meeting-secret.ts";
import { findCheckIn, modeSchema, noteCheckIn } from "./note-check-in.ts";
import { isDigits, provedBy } from "./proved-by.ts";
import { refuseUnless } from "./room-command.ts";

/** Who to ask: the chair, or whoever leads the reading. */
async function whoToAsk(tx: Tx, { chairId, leadReaderId }: MeetingFacts): Promise<string> {
  const asked = chairId ?? leadReaderId;
  if (asked === null) return "";
  const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, asked));
  return person?.name ?? "";
}

/**
 * Checks oneself in, with the code on the screen or the six digits; asked again, it changes on-site to online and back. Who holds a
 * code of this minute and is not on the list is told whom to ask; without one, a meeting one may not see does not exist.
 */
export const checkIn = command({
  at: "POST /api/meetings/:id/room/check-in",
  input: z.strictObject({ id: idSchema, code: blankable(lineSchema(60)), mode: modeSchema.default("on_site") }),
  output: z.object({ checkedInAt: z.date(), mode: modeSchema }),
  refusals: [
    ...["not-on-roster", "check-in-code", "check-in-code-old", "too-many-guesses"],
    ...["meeting-not-open", "meeting-is-over", "meeting-cancelled"],
  ],
  door: "judge",
  load: async (tx, { id, code = "" }, { viewer, now }) => {
    const meeting = await findMeeting(tx, id, viewer);
    if (!meeting) return undefined;
    const inside = can.seeInsideMeeting(viewer, meeting);
    // Six digits of a meeting one may not see are not even compared: they could be tried one after the other.
    const secret = inside || isDigits(code) || code === "" ? undefined : await findSecret(tx, id);
    return { ...meeting, holdsCode: secret !== undefined && isCodeValid(id, code, now, signOf(secret.secret)) };
  },
  may: can.checkIn,
  async run(tx, meeting, { code = "", mode }, { viewer: { personId }, now }) {
    refuseUnless("running", meeting, now);
    if (!meeting.onRoster) throw new Refusal("not-on-roster", { who: await whoToAsk(tx, meeting) });
    const before = await findCheckIn(tx, meeting.id, personId);
    const how = before ? before.how : await provedBy(tx, meeting.id, personId, code, now);
    if (how === null) throw fieldRefusal("code", isDigits(code) || code === "" ? "check-in-code" : "check-in-code-old");
    const checkedInAt = await noteCheckIn(tx, { meetingId: meeting.id, personId, mode, how, notedBy: null, now });
    await noteMeetingChange(tx, meeting.id, "people", now);
    return { checkedInAt, mode };
  },
});
