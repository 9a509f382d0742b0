import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { materialVersions } from "#db/schema/materials.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { command } from "#server/verb.ts";
import { annotationId, stretchFields } from "./annotation-fields.ts";
import { checkedStretch } from "./checked-stretch.ts";
import { lockLiveAnnotation } from "./visible-annotations.ts";
import { writeAnchors } from "./write-anchor.ts";

async function publishedWording(tx: Tx, id: number | null) {
  const [version] = id === null ? [] : await tx.select().from(materialVersions).where(eq(materialVersions.id, id));
  if (!version) throw new Refusal("not-found");
  return version;
}

/** Puts an annotation that lost its place on words of the published wording: its author, or an office holder (in the ledger). */
export const attachByHand = command({
  at: "POST /api/annotations/:id/anchor",
  input: z.strictObject({ ...annotationId, ...stretchFields }),
  output: z.object({ id: z.number() }),
  refusals: ["wording-changed", "no-such-passage", "outside-passage", "quote-too-long", "quote-differs"],
  door: "play",
  load: (tx, { id }, { viewer }) => lockLiveAnnotation(tx, id, viewer),
  may: can.attachAnnotation,
  async run(tx, { id, personId, branchId, lang, publishedVersionId }, { id: _id, ...stretch }, context) {
    const { viewer, now } = context;
    const version = await publishedWording(tx, publishedVersionId);
    const place = checkedStretch(version, lang, stretch);
    const anchor = { annotationId: id, versionId: version.id, score: 1_000, anchoredAt: now, anchoredBy: viewer.personId };
    await writeAnchors(tx, [{ ...anchor, how: "hand", place }]);
    if (personId !== viewer.personId)
      await writeAudit(tx, {
        ...{ context, action: "annotation.attach", object: "annotation", objectId: id, branchId },
        after: { number: version.number, block: place.block },
      });
    return { id };
  },
});
