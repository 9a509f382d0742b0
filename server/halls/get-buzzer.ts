import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { hallMembers, halls } from "#db/schema/halls.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { mintHallTicket } from "#server/attempts/ticket.ts";
import { lineSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { hallViewSchema, readHall } from "./hall-view.ts";

/** A final as a member of one of its sides holds it in the hand: the own side, what everybody sees, and whether one may press. */
export const getBuzzer = query({
  at: "GET /api/halls/:code/buzzer",
  input: z.strictObject({ code: lineSchema(20) }),
  output: z.object({
    id: z.number(),
    seat: z.number(),
    mayPress: z.boolean(),
    view: hallViewSchema,
    ticket: z.string(),
    serverNow: z.date(),
  }),
  door: "judge",
  may: can.beSignedIn,
  async run(db, { code }, { viewer, now }) {
    const { personId, sessionId } = viewer;
    const [own] = await db
      .select({ id: halls.id, seat: hallMembers.seat, buzzes: hallMembers.buzzes })
      .from(halls)
      .innerJoin(hallMembers, and(eq(hallMembers.hallId, halls.id), eq(hallMembers.personId, personId)))
      .where(eq(halls.code, code.toUpperCase()));
    const found = own && (await readHall(db, own.id));
    if (!found) throw new Refusal("not-found");
    const { id, seat, buzzes } = own;
    const ticket = mintHallTicket({ hallId: id, personId, sessionId, now });
    return { id, seat, mayPress: can.pressBuzzer(viewer, { buzzes }), view: found.view, ticket, serverNow: now };
  },
});
