import { eq } from "drizzle-orm";
import { z } from "zod";
import { agendaItems } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { agendaFields, agendaRow } from "./agenda-fields.ts";
import { lockAgendaItem } from "./lock-agenda-item.ts";
import { noteMeetingChange } from "./note-change.ts";
import { refuseOver } from "./refuse-over.ts";

/** Changes one item of the agenda. */
export const editAgendaItem = command({
  at: "POST /api/meetings/:id/agenda/:item/edit",
  input: z.strictObject({ id: idSchema, item: idSchema, ...agendaFields }),
  output: z.object({ id: z.number() }),
  refusals: ["no-such-material", "not-on-roster", "meeting-cancelled", "meeting-is-over"],
  door: "desk",
  load: (tx, { id, item }, { viewer }) => lockAgendaItem(tx, id, item, viewer),
  may: can.runMeeting,
  async run(tx, meeting, { id, item, ...wishes }, { viewer, now }) {
    refuseOver(meeting, now);
    await tx
      .update(agendaItems)
      .set(await agendaRow(tx, id, wishes, viewer))
      .where(eq(agendaItems.id, item));
    await noteMeetingChange(tx, id, "agenda", now);
    return { id: item };
  },
});
