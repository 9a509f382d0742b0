import { eq } from "drizzle-orm";
import { z } from "zod";
import { meetings } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { ANNOUNCE_AHEAD_MS } from "#domain/meetings/state.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockMeeting } from "./meeting-facts.ts";
import { noteMeetingChange } from "./note-change.ts";
import { refuseBegun } from "./refuse-over.ts";
import { tellRoster } from "./tell-roster.ts";

/** Tells everybody on the list; calendars hear of it as of a change. Less than seven days ahead it is said to be short notice (R25). */
export const announceMeeting = command({
  at: "POST /api/meetings/:id/announce",
  input: z.strictObject({ id: idSchema }),
  output: z.object({ told: z.number(), isShortNotice: z.boolean() }),
  refusals: ["already-announced", "meeting-cancelled", "meeting-is-over", "meeting-begun"],
  door: "desk",
  load: (tx, { id }, { viewer }) => lockMeeting(tx, id, viewer),
  may: can.runMeeting,
  async run(tx, meeting, { id }, context) {
    const { now } = context;
    refuseBegun(meeting, now);
    if (meeting.announcedAt) throw new Refusal("already-announced");
    const isShortNotice = meeting.startsAt.getTime() - now.getTime() < ANNOUNCE_AHEAD_MS;
    await tx
      .update(meetings)
      .set({ announcedAt: now, isShortNotice, revision: meeting.revision + 1 })
      .where(eq(meetings.id, id));
    const kind = isShortNotice ? "meeting-short-notice" : "meeting-announced";
    const told = await tellRoster(tx, meeting, { kind, now, dedupe: `meeting-announced ${id}` });
    await noteMeetingChange(tx, id, "meeting", now);
    const { branchId, title, startsAt } = meeting;
    const after = { title, startsAt, isShortNotice };
    await writeAudit(tx, { context, action: "meeting.announce", object: "meeting", objectId: id, branchId, after });
    return { told, isShortNotice };
  },
});
