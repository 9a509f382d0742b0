import { z } from "zod";
import { meetingKnocks } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { isCodeValid } from "#domain/room/check-in-code.ts";
import { blankable, idSchema, lineSchema } from "#server/input-schemas.ts";
import { findMeeting } from "#server/meetings/meeting-facts.ts";
import { noteMeetingChange } from "#server/meetings/note-change.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { findKnock, knockSchema } from "./find-knock.ts";
import { findSecret, signOf } from "./meeting-secret.ts";
import { modeSchema } from "./note-check-in.ts";
import { isDigits, provedBy } from "./proved-by.ts";
import { refuseUnless } from "./room-command.ts";

const standsSchema = z.object({ state: z.enum([...knockSchema.options, "in"]) });

/**
 * Somebody outside the list asks to be let in: who sees the meeting by right, or holds a code of this minute. Asked again it says how it
 * stands, without the code: so the page at the door waits. Who is on the list need not ask; who was declined stays declined.
 */
export const knock = command({
  at: "POST /api/meetings/:id/room/knocks",
  input: z.strictObject({ id: idSchema, code: blankable(lineSchema(60)), mode: modeSchema.default("on_site") }),
  output: standsSchema,
  refusals: ["check-in-code", "check-in-code-old", "too-many-guesses", "meeting-not-open", "meeting-is-over", "meeting-cancelled"],
  door: "judge",
  load: async (tx, { id, code = "" }, { viewer, now }) => {
    const meeting = await findMeeting(tx, id, viewer);
    if (!meeting) return undefined;
    const knocked = await findKnock(tx, id, viewer.personId);
    // As at check-in: digits of a meeting one may not see are not even compared.
    const sees = can.seeMeeting(viewer, meeting);
    const secret = sees || knocked || isDigits(code) || code === "" ? undefined : await findSecret(tx, id);
    const isValid = secret !== undefined && isCodeValid(id, code, now, signOf(secret.secret));
    return { ...meeting, knocked, sees, holdsCode: knocked !== null || isValid };
  },
  may: can.knock,
  async run(
    tx,
    { id: meetingId, onRoster, knocked, sees, ...meeting },
    { code = "", mode },
    { viewer: { personId }, now },
  ): Promise<z.input<typeof standsSchema>> {
    if (onRoster) return { state: "in" };
    refuseUnless("running", { id: meetingId, onRoster, ...meeting }, now);
    if (knocked) return { state: knocked };
    if (!sees && (await provedBy(tx, meetingId, personId, code, now)) === null)
      throw fieldRefusal("code", isDigits(code) || code === "" ? "check-in-code" : "check-in-code-old");
    const fresh = { mode, knockedAt: now, answeredAt: null, answeredBy: null, isAdmitted: false };
    await tx
      .insert(meetingKnocks)
      .values({ meetingId, personId, ...fresh })
      .onConflictDoUpdate({ target: [meetingKnocks.meetingId, meetingKnocks.personId], set: fresh });
    await noteMeetingChange(tx, meetingId, "people", now);
    return { state: "waiting" };
  },
});
