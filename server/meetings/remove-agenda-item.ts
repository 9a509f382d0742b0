import { eq } from "drizzle-orm";
import { z } from "zod";
import { agendaItems } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockAgendaItem } from "./lock-agenda-item.ts";
import { noteMeetingChange } from "./note-change.ts";
import { refuseOver } from "./refuse-over.ts";

/** Takes an item off the agenda that has not begun. */
export const removeAgendaItem = command({
  at: "POST /api/meetings/:id/agenda/:item/remove",
  input: z.strictObject({ id: idSchema, item: idSchema }),
  output: z.object({ id: z.number() }),
  refusals: ["agenda-has-begun", "meeting-cancelled", "meeting-is-over"],
  door: "desk",
  load: (tx, { id, item }, { viewer }) => lockAgendaItem(tx, id, item, viewer),
  may: can.runMeeting,
  async run(tx, meeting, { id, item }, { now }) {
    refuseOver(meeting, now);
    if (meeting.item.startedAt) throw new Refusal("agenda-has-begun");
    await tx.update(agendaItems).set({ removedAt: now }).where(eq(agendaItems.id, item));
    await noteMeetingChange(tx, id, "agenda", now);
    return { id: item };
  },
});
