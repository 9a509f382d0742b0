import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { annotationReplies } from "#db/schema/annotations.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { reasonSchema } from "#server/input-schemas.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { annotationId } from "./annotation-fields.ts";
import { tellHidden } from "./tell-hidden.ts";
import { lockAnnotation } from "./visible-annotations.ts";

async function findReply(tx: Tx, id: number, viewer: Member) {
  const { annotationId: of, personId, deletedAt } = annotationReplies;
  const [reply] = await tx
    .select({ id: annotationReplies.id, of, personId, deletedAt })
    .from(annotationReplies)
    .where(eq(annotationReplies.id, id));
  const annotation = reply && (await lockAnnotation(tx, reply.of, viewer));
  return reply && annotation && { ...reply, annotation };
}

/** Takes a reply away: its author at will, an office holder with a reason, which its author hears. */
export const removeReply = command({
  at: "POST /api/annotation-replies/:id/remove",
  input: z.strictObject({ ...annotationId, reason: reasonSchema }),
  output: z.object({ id: z.number() }),
  refusals: ["reason-missing"],
  door: "play",
  load: (tx, { id }, { viewer }) => findReply(tx, id, viewer),
  may: can.removeReply,
  async run(tx, { id, of, personId, deletedAt, annotation: { branchId, slug } }, { reason }, context) {
    const { viewer, now } = context;
    if (deletedAt) return { id };
    const isOwn = personId === viewer.personId;
    if (!isOwn && !reason) throw fieldRefusal("reason", "reason-missing");
    const { body } = annotationReplies;
    const [gone] = await tx.update(annotationReplies).set({ deletedAt: now }).where(eq(annotationReplies.id, id)).returning({ body });
    if (isOwn || !reason) return { id };
    await tellHidden(tx, { kind: "reply-hidden", personId, words: gone?.body ?? "", reason, slug, now });
    await writeAudit(tx, { context, action: "annotation.hideReply", object: "annotation", objectId: of, branchId, reason });
    return { id };
  },
});
