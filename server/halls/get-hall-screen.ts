import { z } from "zod";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { mintHallTicket } from "#server/attempts/ticket.ts";
import { idSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { hallViewSchema, readHall } from "./hall-view.ts";

/** What the hall's big screen shows, for whoever leads the final: what everybody may see, and nothing of the answer before its reveal. */
export const getHallScreen = query({
  at: "GET /api/desk/halls/:id/screen",
  input: z.strictObject({ id: idSchema }),
  output: z.object({ id: z.number(), code: z.string(), view: hallViewSchema, ticket: z.string(), serverNow: z.date() }),
  door: "desk",
  may: can.openDesk,
  async run(db, { id }, { viewer, now }) {
    const found = await readHall(db, id);
    if (!found || !can.runContest(viewer, found.hall)) throw new Refusal("not-found");
    const { personId, sessionId } = viewer;
    const ticket = mintHallTicket({ hallId: id, personId, sessionId, now });
    return { id, code: found.hall.code, view: found.view, ticket, serverNow: now };
  },
});
