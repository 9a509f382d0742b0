import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { reflections } from "#db/schema/reflections.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { blankable, idSchema } from "#server/input-schemas.ts";
import { findReadable } from "#server/materials/find-readable.ts";
import { slugSchema } from "#server/materials/material-fields.ts";
import { charactersOf } from "#server/materials/write-version.ts";
import { command } from "#server/verb.ts";
import { findPrompt } from "./find-prompt.ts";
import { findTakenPart } from "./find-taken-part.ts";
import { draftFields, MOST_PIECES } from "./reflection-fields.ts";

type Subject = Readonly<{ material?: string | undefined; item?: number | undefined; meeting?: number | undefined }>;

/** What the piece is about, when the viewer may read that and was asked for it. */
async function subjectOf(tx: Tx, { material, item: itemId, meeting: meetingId }: Subject, viewer: Member) {
  // Held until the end, so that two windows that begin the same item's piece begin one.
  await tx.execute(sql`select 1 from people where id = ${viewer.personId} for no key update`);
  const text = material === undefined ? null : await findReadable(tx, material, viewer);
  const item = itemId === undefined ? null : await findPrompt(tx, itemId, viewer);
  const meeting = meetingId === undefined ? null : await findTakenPart(tx, meetingId, viewer);
  if (text === undefined || item === undefined || meeting === undefined) return undefined;
  return { materialId: text?.materialId ?? item?.materialId ?? null, itemId: item?.id ?? null, meetingId: meeting?.id ?? null };
}

/** Begins a draft, on a text, for an item of a programme, after a meeting one took part in, or on its own. An item's piece that is there already is returned as it is. */
export const startReflection = command({
  at: "POST /api/reflections",
  input: z.strictObject({ ...draftFields, material: blankable(slugSchema), item: blankable(idSchema), meeting: blankable(idSchema) }),
  output: z.object({ id: z.number(), revision: z.number() }),
  refusals: ["too-many"],
  door: "play",
  load: (tx, input, { viewer }) => subjectOf(tx, input, viewer),
  may: can.beSignedIn,
  async run(tx, subject, { title, body }, { viewer: { personId, branchId }, now }) {
    const mine = eq(reflections.personId, personId);
    if (subject.itemId !== null) {
      const [there] = await tx
        .select({ id: reflections.id, revision: reflections.revision })
        .from(reflections)
        .where(and(mine, eq(reflections.itemId, subject.itemId), isNull(reflections.deletedAt)));
      if (there) return there;
    }
    if ((await tx.$count(reflections, mine)) >= MOST_PIECES) throw new Refusal("too-many", { most: MOST_PIECES });
    const [made] = await tx
      .insert(reflections)
      .values({ ...subject, personId, branchId, title, body, characters: charactersOf(body), createdAt: now, savedAt: now })
      .returning({ id: reflections.id, revision: reflections.revision });
    return made as { id: number; revision: number };
  },
});
