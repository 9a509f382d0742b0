import { eq } from "drizzle-orm";
import { z } from "zod";
import { meetings } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema } from "#server/input-schemas.ts";
import { ensureSecret } from "./meeting-secret.ts";
import { noteCheckIn } from "./note-check-in.ts";
import { roomCommand } from "./room-command.ts";
import { isOnRoster } from "./roster-entry.ts";

/** Opens a meeting: from now on its room takes check-ins, words and votes; a chair who opens it is checked in. */
export const openMeeting = roomCommand({
  at: "POST /api/meetings/:id/room/open",
  input: z.strictObject({ id: idSchema }),
  output: z.object({ openedAt: z.date() }),
  refusals: ["meeting-is-open"],
  door: "judge",
  change: "meeting",
  when: "unlocked",
  by: "one",
  may: can.runMeeting,
  async run(tx, meeting, _input, context) {
    const { viewer, now } = context;
    if (meeting.closedAt) throw new Refusal("meeting-is-over");
    if (meeting.openedAt) throw new Refusal("meeting-is-open");
    await tx.update(meetings).set({ openedAt: now }).where(eq(meetings.id, meeting.id));
    await ensureSecret(tx, meeting.id);
    const { id: objectId, branchId, chairId } = meeting;
    // Who opens the meeting they chair is there: a record that calls them absent would be wrong. It can be undone like any tick.
    if (viewer.personId === chairId && (await isOnRoster(tx, objectId, chairId)))
      await noteCheckIn(tx, { meetingId: objectId, personId: chairId, mode: "on_site", how: "tick", notedBy: chairId, now });
    await writeAudit(tx, { context, action: "meeting.open", object: "meeting", objectId, branchId });
    return { openedAt: now };
  },
});
