import { z } from "zod";
import { annotations } from "#db/schema/annotations.ts";
import { can } from "#domain/access.ts";
import { blankable } from "#server/input-schemas.ts";
import { completeByContribution } from "#server/materials/complete-by-contribution.ts";
import { findReadable } from "#server/materials/find-readable.ts";
import { slugSchema } from "#server/materials/material-fields.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { langSchema, noteSchema, stretchFields } from "./annotation-fields.ts";
import { checkedShare, shareFields } from "./checked-share.ts";
import { checkedStretch } from "./checked-stretch.ts";
import { limitADay } from "./limit-a-day.ts";
import { writeAnchors } from "./write-anchor.ts";

/** Marks a stretch of a text, with a note or a question if one likes. A note or a question is a contribution that completes the reading. */
export const makeAnnotation = command({
  at: "POST /api/materials/:slug/annotations",
  input: z.strictObject({
    ...stretchFields,
    slug: slugSchema,
    lang: langSchema.default("zh-CN"),
    kind: z.enum(["highlight", "note", "question"]),
    body: blankable(noteSchema),
    ...shareFields,
  }),
  output: z.object({ id: z.number() }),
  refusals: [
    ...["wording-changed", "no-such-passage", "outside-passage", "quote-too-long", "quote-differs"],
    ...["body-missing", "no-such-group", "too-many"],
  ],
  door: "play",
  load: (tx, { slug }, { viewer }) => findReadable(tx, slug, viewer),
  may: can.beSignedIn,
  async run(tx, { materialId, version }, { kind, body = "", visibility, groupId, lang, ...stretch }, { viewer, now }) {
    const { personId } = viewer;
    if (kind === "note" && body === "") throw fieldRefusal("body", "body-missing");
    const share = await checkedShare(tx, viewer, { visibility, groupId });
    const selectors = checkedStretch(version, lang, stretch);
    await limitADay(tx, personId, now);
    const [made] = await tx
      .insert(annotations)
      .values({ personId, materialId, versionId: version.id, lang, kind, body, ...share, ...selectors, createdAt: now })
      .returning({ id: annotations.id });
    const id = made?.id ?? 0;
    const anchor = { annotationId: id, versionId: version.id, how: "made" as const, score: 1_000, anchoredAt: now, anchoredBy: personId };
    await writeAnchors(tx, [{ ...anchor, place: selectors }]);
    if (kind !== "highlight") await completeByContribution(tx, { personId, materialId, now });
    return { id };
  },
});
