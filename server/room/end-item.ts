import { z } from "zod";
import { can } from "#domain/access.ts";
import { idSchema } from "#server/input-schemas.ts";
import { endRunning } from "./agenda-of.ts";
import { DONE, doneSchema, roomCommand } from "./room-command.ts";

/** Ends the item that runs, and starts none: a break. */
export const endItem = roomCommand({
  at: "POST /api/meetings/:id/room/pause",
  input: z.strictObject({ id: idSchema }),
  output: doneSchema,
  change: "agenda",
  when: "running",
  by: "one",
  may: can.runMeeting,
  async run(tx, { id }, _input, { now }) {
    await endRunning(tx, id, now);
    return DONE;
  },
});
