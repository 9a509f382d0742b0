import { eq } from "drizzle-orm";
import { z } from "zod";
import { agendaItems } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { nextItem, runningItem } from "#domain/room/agenda-clock.ts";
import { blankable, idSchema } from "#server/input-schemas.ts";
import { agendaOf, endRunning } from "./agenda-of.ts";
import { roomCommand } from "./room-command.ts";

/** Ends the item that runs and starts the next. `after`: the item the page saw running, so that a second tap skips nothing. */
export const goOn = roomCommand({
  at: "POST /api/meetings/:id/room/next",
  input: z.strictObject({ id: idSchema, after: blankable(idSchema) }),
  output: z.object({ itemId: z.number().nullable() }),
  change: "agenda",
  when: "running",
  by: "one",
  may: can.runMeeting,
  async run(tx, { id }, { after }, { now }) {
    const agenda = await agendaOf(tx, id);
    const running = runningItem(agenda);
    if ((running?.id ?? null) !== (after ?? null)) return { itemId: running?.id ?? null };
    await endRunning(tx, id, now);
    const next = nextItem(agenda);
    if (next) await tx.update(agendaItems).set({ startedAt: now }).where(eq(agendaItems.id, next.id));
    return { itemId: next?.id ?? null };
  },
});
