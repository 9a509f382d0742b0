import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { annotations } from "#db/schema/annotations.ts";
import { groupMembers, groups } from "#db/schema/groups.ts";
import { can } from "#domain/access.ts";
import { blankable, idSchema } from "#server/input-schemas.ts";
import { completeByContribution } from "#server/materials/complete-by-contribution.ts";
import { findReadable } from "#server/materials/find-readable.ts";
import { slugSchema } from "#server/materials/material-fields.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { langSchema, noteSchema, stretchFields } from "./annotation-fields.ts";
import { checkedStretch } from "./checked-stretch.ts";
import { limitADay } from "./limit-a-day.ts";
import { writeAnchors } from "./write-anchor.ts";

async function isInGroup(tx: Tx, groupId: number, personId: number): Promise<boolean> {
  const [found] = await tx
    .select({ id: groupMembers.id })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(
      and(eq(groupMembers.groupId, groupId), eq(groupMembers.personId, personId), isNull(groupMembers.leftAt), isNull(groups.closedAt)),
    );
  return found !== undefined;
}

/** Marks a stretch of a text, with a note or a question if one likes. A note or a question is a contribution that completes the reading. */
export const makeAnnotation = command({
  at: "POST /api/materials/:slug/annotations",
  input: z.strictObject({
    ...stretchFields,
    slug: slugSchema,
    lang: langSchema.default("zh-CN"),
    kind: z.enum(["highlight", "note", "question"]),
    body: blankable(noteSchema),
    visibility: z.enum(["private", "group", "branch"]),
    groupId: blankable(idSchema),
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
    const { personId, branchId } = viewer;
    if (kind === "note" && body === "") throw fieldRefusal("body", "body-missing");
    if (visibility === "group" && !(groupId && (await isInGroup(tx, groupId, personId)))) throw fieldRefusal("groupId", "no-such-group");
    const selectors = checkedStretch(version, lang, stretch);
    await limitADay(tx, personId, now);
    const shared = { visibility, branchId, groupId: visibility === "group" ? (groupId ?? null) : null };
    const [made] = await tx
      .insert(annotations)
      .values({ personId, materialId, versionId: version.id, lang, kind, body, ...shared, ...selectors, createdAt: now })
      .returning({ id: annotations.id });
    const id = made?.id ?? 0;
    const anchor = { annotationId: id, versionId: version.id, how: "made" as const, score: 1_000, anchoredAt: now, anchoredBy: personId };
    await writeAnchors(tx, [{ ...anchor, place: selectors }]);
    if (kind !== "highlight") await completeByContribution(tx, { personId, materialId, now });
    return { id };
  },
});
