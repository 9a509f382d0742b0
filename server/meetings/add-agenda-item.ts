import { sql } from "drizzle-orm";
import { z } from "zod";
import { agendaItems } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { agendaFields, agendaRow } from "./agenda-fields.ts";
import { lockMeeting } from "./meeting-facts.ts";
import { noteMeetingChange } from "./note-change.ts";
import { refuseOver } from "./refuse-over.ts";

const MOST = 60;

/** Adds an item at the end of the agenda; also while the meeting goes on. */
export const addAgendaItem = command({
  at: "POST /api/meetings/:id/agenda",
  input: z.strictObject({ id: idSchema, ...agendaFields }),
  output: z.object({ id: z.number() }),
  refusals: ["no-such-material", "not-on-roster", "too-many", "meeting-cancelled", "meeting-is-over"],
  door: "desk",
  load: (tx, { id }, { viewer }) => lockMeeting(tx, id, viewer),
  may: can.runMeeting,
  async run(tx, meeting, { id, ...wishes }, { viewer, now }) {
    refuseOver(meeting, now);
    const { rows } = await tx.execute<{ next: number; all: number }>(
      sql`select coalesce(max(place), -1) + 1 as next, count(*)::int as all from agenda_items where meeting_id = ${id}`,
    );
    if ((rows[0]?.all ?? 0) >= MOST) throw new Refusal("too-many", { most: MOST });
    const row = await agendaRow(tx, id, wishes, viewer);
    const [made] = await tx
      .insert(agendaItems)
      .values({ meetingId: id, place: Number(rows[0]?.next ?? 0), ...row })
      .returning({ id: agendaItems.id });
    await noteMeetingChange(tx, id, "agenda", now);
    return { id: made?.id ?? 0 };
  },
});
