import { asc } from "drizzle-orm";
import { z } from "zod";
import { meetingKinds } from "#db/schema/meetings.ts";
import { can } from "#domain/access.ts";
import { AGENDA_KINDS, ATTEND_RULES } from "#domain/meetings/kinds.ts";
import { query } from "#server/verb.ts";

/** The kinds of meeting with their templates, retired ones too. */
export const listKinds = query({
  at: "GET /api/desk/meeting-kinds",
  input: z.strictObject({}),
  output: z.object({
    kinds: z.array(
      z.object({
        ...{ key: z.string(), name: z.string(), nameEn: z.string(), minutes: z.number(), attend: z.enum(ATTEND_RULES) },
        agenda: z.array(z.object({ kind: z.enum(AGENDA_KINDS), title: z.string(), titleEn: z.string(), minutes: z.number() })),
        requiredFields: z.array(z.string()),
        takesNewTexts: z.boolean(),
        retiredAt: z.date().nullable(),
      }),
    ),
  }),
  door: "desk",
  may: can.seeMeetingsDesk,
  async run(db) {
    const { key, name, nameEn, minutes, attend, agenda, requiredFields, takesNewTexts, retiredAt } = meetingKinds;
    const kinds = await db
      .select({ key, name, nameEn, minutes, attend, agenda, requiredFields, takesNewTexts, retiredAt })
      .from(meetingKinds)
      .orderBy(asc(meetingKinds.place), asc(key));
    return { kinds };
  },
});
