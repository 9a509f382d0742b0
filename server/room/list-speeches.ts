import { and, asc, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { speeches } from "#db/schema/meetings.ts";
import { people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { idSchema } from "#server/input-schemas.ts";
import { findMeeting } from "#server/meetings/meeting-facts.ts";
import { query } from "#server/verb.ts";

const noters = alias(people, "noters");

/** What was said in a meeting, in the order of speaking. */
export const listSpeeches = query({
  at: "GET /api/meetings/:id/room/speeches",
  input: z.strictObject({ id: idSchema }),
  output: z.object({
    speeches: z.array(
      z.object({
        id: z.number(),
        key: z.string(),
        personId: z.number(),
        name: z.string(),
        body: z.string(),
        /** Who noted it, when it was not the speaker. */
        notedBy: z.string().nullable(),
        agendaItemId: z.number().nullable(),
        savedAt: z.date(),
        revision: z.number(),
      }),
    ),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { id }, { viewer }) {
    const meeting = await findMeeting(db, id, viewer);
    if (!meeting || !can.seeInsideMeeting(viewer, meeting)) throw new Refusal("not-found");
    const { key, personId, body, agendaItemId, savedAt, revision } = speeches;
    const rows = await db
      .select({
        ...{ id: speeches.id, key, personId, body, agendaItemId, savedAt, revision },
        ...{ name: people.name, noter: noters.name, noterId: noters.id },
      })
      .from(speeches)
      .innerJoin(people, eq(people.id, personId))
      .innerJoin(noters, eq(noters.id, speeches.notedBy))
      .where(and(eq(speeches.meetingId, id), isNull(speeches.deletedAt)))
      .orderBy(asc(speeches.id));
    return { speeches: rows.map(({ noter, noterId, ...row }) => ({ ...row, notedBy: noterId === row.personId ? null : noter })) };
  },
});
