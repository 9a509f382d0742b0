import { and, asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { agendaItems } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockAgendaItem } from "./lock-agenda-item.ts";
import { noteMeetingChange } from "./note-change.ts";
import { refuseOver } from "./refuse-over.ts";

/** Moves an item one place up or down; at the end of the list it stays. */
export const moveAgendaItem = command({
  at: "POST /api/meetings/:id/agenda/:item/move",
  input: z.strictObject({ id: idSchema, item: idSchema, to: z.enum(["up", "down"]) }),
  output: z.object({ ids: z.array(z.number()) }),
  refusals: ["meeting-cancelled", "meeting-is-over"],
  door: "desk",
  load: (tx, { id, item }, { viewer }) => lockAgendaItem(tx, id, item, viewer),
  may: can.runMeeting,
  async run(tx, meeting, { id, item, to }, { now }) {
    refuseOver(meeting, now);
    const rows = await tx
      .select({ id: agendaItems.id })
      .from(agendaItems)
      .where(and(eq(agendaItems.meetingId, id), isNull(agendaItems.removedAt)))
      .orderBy(asc(agendaItems.place), asc(agendaItems.id));
    const ids = rows.map((row) => row.id);
    const from = ids.indexOf(item);
    const place = Math.min(ids.length - 1, Math.max(0, from + (to === "up" ? -1 : 1)));
    ids.splice(from, 1);
    ids.splice(place, 0, item);
    for (const [at, one] of ids.entries()) await tx.update(agendaItems).set({ place: at }).where(eq(agendaItems.id, one));
    await noteMeetingChange(tx, id, "agenda", now);
    return { ids };
  },
});
