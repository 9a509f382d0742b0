import { eq } from "drizzle-orm";
import { z } from "zod";
import { agendaItems } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { runningItem } from "#domain/room/agenda-clock.ts";
import { blankable, idSchema } from "#server/input-schemas.ts";
import { blocksOf } from "#server/materials/blocks-of.ts";
import { findReadable } from "#server/materials/find-readable.ts";
import { slugSchema } from "#server/materials/material-fields.ts";
import { fieldRefusal } from "#server/verb.ts";
import { agendaOf } from "./agenda-of.ts";
import { DONE, doneSchema, roomCommand } from "./room-command.ts";

const block = blankable(z.string().regex(/^[\w-]{1,80}$/));

/** Shows a stretch of a text to everybody, as the passage of the item that runs; without a text, none. */
export const showPassage = roomCommand({
  at: "POST /api/meetings/:id/room/passage",
  /** First and last paragraph; left out: from the beginning, to the end. */
  input: z.strictObject({ id: idSchema, slug: blankable(slugSchema), from: block, to: block }),
  output: doneSchema,
  refusals: ["no-item-runs", "no-such-paragraph", "paragraphs-turned"],
  change: "agenda",
  when: "running",
  by: "one",
  may: can.runMeeting,
  async run(tx, { id }, { slug, from = "", to = "" }, { viewer }) {
    const running = runningItem(await agendaOf(tx, id));
    if (!running) throw new Refusal("no-item-runs");
    const shown = { materialId: null as number | null, fromBlock: "", toBlock: "" };
    if (slug !== undefined) {
      const found = await findReadable(tx, slug, viewer);
      if (!found) throw fieldRefusal("slug", "not-found");
      const order = blocksOf(found.version).map((one) => one.id);
      for (const [field, name] of Object.entries({ from, to }))
        if (name !== "" && !order.includes(name)) throw fieldRefusal(field, "no-such-paragraph");
      if (from !== "" && to !== "" && order.indexOf(from) > order.indexOf(to)) throw fieldRefusal("to", "paragraphs-turned");
      Object.assign(shown, { materialId: found.materialId, fromBlock: from, toBlock: to });
    }
    await tx.update(agendaItems).set(shown).where(eq(agendaItems.id, running.id));
    return DONE;
  },
});
