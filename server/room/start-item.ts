import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { agendaItems } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { runningItem } from "#domain/room/agenda-clock.ts";
import { idSchema } from "#server/input-schemas.ts";
import { agendaOf, endRunning } from "./agenda-of.ts";
import { DONE, doneSchema, roomCommand } from "./room-command.ts";

/** Starts an item of the agenda, in whatever order; the one that runs ends. An item that was ended goes on from when it began. */
export const startItem = roomCommand({
  at: "POST /api/meetings/:id/room/agenda/:itemId/start",
  input: z.strictObject({ id: idSchema, itemId: idSchema }),
  output: doneSchema,
  change: "agenda",
  when: "running",
  by: "one",
  may: can.runMeeting,
  async run(tx, { id }, { itemId }, { now }) {
    const agenda = await agendaOf(tx, id);
    const item = agenda.find((one) => one.id === itemId);
    if (!item) throw new Refusal("not-found");
    if (runningItem(agenda)?.id === itemId) return DONE;
    await endRunning(tx, id, now);
    const begun = and(eq(agendaItems.id, itemId), isNull(agendaItems.startedAt));
    await tx.update(agendaItems).set({ startedAt: now }).where(begun);
    await tx.update(agendaItems).set({ endedAt: null }).where(eq(agendaItems.id, itemId));
    return DONE;
  },
});
