import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { annotations } from "#db/schema/annotations.ts";
import { materialVersions } from "#db/schema/materials.ts";
import { can } from "#domain/access.ts";
import { command } from "#server/verb.ts";
import { annotationId } from "./annotation-fields.ts";
import { checkedShare, type Share, shareFields } from "./checked-share.ts";
import { tellShare } from "./tell-share.ts";
import { lockLiveAnnotation } from "./visible-annotations.ts";

/** With whom it was shared until now, and what its text is called. */
async function standing(tx: Tx, id: number): Promise<{ before: Share; title: string } | undefined> {
  const { visibility, groupId, branchId } = annotations;
  const [found] = await tx
    .select({ before: { visibility, groupId, branchId }, title: materialVersions.title })
    .from(annotations)
    .innerJoin(materialVersions, eq(materialVersions.id, annotations.versionId))
    .where(eq(annotations.id, id));
  return found;
}

const isSame = (one: Share, other: Share): boolean =>
  one.visibility === other.visibility && one.groupId === other.groupId && (one.visibility !== "branch" || one.branchId === other.branchId);

/**
 * Shares one's own annotation with others, or with nobody. Replies and voices stay with it, out of sight of whoever no longer sees it;
 * those who took part hear of it.
 */
export const shareAnnotation = command({
  at: "POST /api/annotations/:id/share",
  input: z.strictObject({ ...annotationId, ...shareFields }),
  output: z.object({ id: z.number(), lost: z.number() }),
  refusals: ["no-such-group"],
  door: "play",
  load: (tx, { id }, { viewer }) => lockLiveAnnotation(tx, id, viewer),
  may: can.editAnnotation,
  async run(tx, { id, slug }, asked, { viewer, now }) {
    const after = await checkedShare(tx, viewer, asked);
    const found = await standing(tx, id);
    if (!found || isSame(found.before, after)) return { id, lost: 0 };
    await tx.update(annotations).set(after).where(eq(annotations.id, id));
    return { id, lost: await tellShare(tx, { id, slug, after, now, ...found }) };
  },
});
