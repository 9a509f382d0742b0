import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { reflections } from "#db/schema/reflections.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { blankable, idSchema } from "#server/input-schemas.ts";
import { findReadable } from "#server/materials/find-readable.ts";
import { slugSchema } from "#server/materials/material-fields.ts";
import { query } from "#server/verb.ts";
import { findPrompt } from "./find-prompt.ts";
import { findTakenPart } from "./find-taken-part.ts";

/** What a new piece is to be about: a text, an item of a programme, a meeting, or none of them. `existing`: the item has one already. */
export const getPrompt = query({
  at: "GET /api/reflections/prompt",
  input: z.strictObject({ material: blankable(slugSchema), item: blankable(idSchema), meeting: blankable(idSchema) }),
  output: z.object({
    material: z.object({ slug: z.string(), title: z.string() }).nullable(),
    item: z
      .object({
        id: z.number(),
        title: z.string(),
        titleEn: z.string(),
        prompt: z.string(),
        dueAt: z.date().nullable(),
        programme: z.string(),
      })
      .nullable(),
    meeting: z.object({ id: z.number(), title: z.string() }).nullable(),
    existing: z.number().nullable(),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { material: slug, item: itemId, meeting: meetingId }, { viewer }) {
    const found = slug === undefined ? null : await findReadable(db, slug, viewer);
    const item = itemId === undefined ? null : await findPrompt(db, itemId, viewer);
    const meeting = meetingId === undefined ? null : await findTakenPart(db, meetingId, viewer);
    if (found === undefined || item === undefined || meeting === undefined) throw new Refusal("not-found");
    const mine = and(eq(reflections.personId, viewer.personId), eq(reflections.itemId, itemId ?? 0), isNull(reflections.deletedAt));
    const [existing] = item ? await db.select({ id: reflections.id }).from(reflections).where(mine) : [];
    return { material: found && { slug: found.slug, title: found.version.title }, item, meeting, existing: existing?.id ?? null };
  },
});
