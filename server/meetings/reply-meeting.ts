import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { meetingPeople } from "#db/schema/meetings.ts";
import { organisation } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { blankable, idSchema, lineSchema } from "#server/input-schemas.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { lockMeeting } from "./meeting-facts.ts";
import { noteMeetingChange } from "./note-change.ts";
import { refuseBegun } from "./refuse-over.ts";

/** Comes, comes online, or asks for leave: until the meeting begins, as often as one likes. In light-burden mode a leave needs no reason. */
export const replyMeeting = command({
  at: "POST /api/meetings/:id/reply",
  input: z.strictObject({ id: idSchema, reply: z.enum(["yes", "online", "leave"]), reason: blankable(lineSchema(200)) }),
  output: z.object({ reply: z.string() }),
  refusals: ["not-announced", "reason-required", "meeting-cancelled", "meeting-is-over", "meeting-begun"],
  door: "play",
  load: (tx, { id }, { viewer }) => lockMeeting(tx, id, viewer),
  may: can.attendMeeting,
  async run(tx, meeting, { id, reply, reason }, { viewer, now }) {
    refuseBegun(meeting, now);
    if (!meeting.announcedAt) throw new Refusal("not-announced");
    const [policy] = await tx.select({ lightBurden: organisation.lightBurden }).from(organisation);
    if (reply === "leave" && reason === undefined && !policy?.lightBurden) throw fieldRefusal("reason", "reason-required");
    const said = { reply, replyReason: reply === "leave" ? (reason ?? "") : "", repliedAt: now };
    await tx
      .update(meetingPeople)
      .set(said)
      .where(and(eq(meetingPeople.meetingId, id), eq(meetingPeople.personId, viewer.personId)));
    await noteMeetingChange(tx, id, "people", now);
    return { reply };
  },
});
