import { encode } from "uqr";
import { z } from "zod";
import { can } from "#domain/access.ts";
import { currentCode, nextCodeAt } from "#domain/room/check-in-code.ts";
import { flagSchema, idSchema } from "#server/input-schemas.ts";
import { lockMeeting } from "#server/meetings/meeting-facts.ts";
import { command } from "#server/verb.ts";
import { ensureSecret, renewDigits, signOf } from "./meeting-secret.ts";
import { refuseUnless } from "./room-command.ts";

/**
 * What the screen in the hall shows for checking in: the address of this period as a QR code, and six digits. Whoever runs the meeting
 * asks again every few seconds. It changes nothing anybody sees, so no page is told.
 */
export const showCheckInCode = command({
  at: "POST /api/meetings/:id/room/code",
  /** `renew`: the six digits were told to somebody who is not here. */
  input: z.strictObject({ id: idSchema, renew: flagSchema.default(false) }),
  output: z.object({ url: z.string(), modules: z.array(z.array(z.boolean())), digits: z.string(), nextAt: z.date(), serverNow: z.date() }),
  refusals: ["meeting-not-open", "meeting-is-over", "meeting-cancelled"],
  door: "judge",
  load: (tx, { id }, { viewer }) => lockMeeting(tx, id, viewer),
  may: can.runMeeting,
  async run(tx, meeting, { renew }, { now, origin }) {
    refuseUnless("running", meeting, now);
    const { secret, code } = await ensureSecret(tx, meeting.id);
    const digits = renew ? await renewDigits(tx, meeting.id) : code;
    const url = `${origin ?? ""}/meetings/${meeting.id}/room?code=${currentCode(meeting.id, now, signOf(secret))}`;
    return { url, modules: encode(url, { border: 0 }).data, digits, nextAt: nextCodeAt(now), serverNow: now };
  },
});
