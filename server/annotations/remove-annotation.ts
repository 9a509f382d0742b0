import { eq } from "drizzle-orm";
import { z } from "zod";
import { annotations } from "#db/schema/annotations.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { reasonSchema } from "#server/input-schemas.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { annotationId } from "./annotation-fields.ts";
import { tellHidden } from "./tell-hidden.ts";
import { lockAnnotation } from "./visible-annotations.ts";

/**
 * Takes an annotation away: its author at will, an office holder with a reason that stays in the ledger and that its author hears. Replies
 * keep their place.
 */
export const removeAnnotation = command({
  at: "POST /api/annotations/:id/remove",
  input: z.strictObject({ ...annotationId, reason: reasonSchema }),
  output: z.object({ id: z.number() }),
  refusals: ["reason-missing"],
  door: "play",
  load: (tx, { id }, { viewer }) => lockAnnotation(tx, id, viewer),
  may: can.removeAnnotation,
  async run(tx, { id, personId, branchId, slug, deletedAt }, { reason }, context) {
    const { viewer, now } = context;
    if (deletedAt) return { id };
    const isOwn = personId === viewer.personId;
    if (!isOwn && !reason) throw fieldRefusal("reason", "reason-missing");
    const { body, exact } = annotations;
    const [gone] = await tx.update(annotations).set({ deletedAt: now }).where(eq(annotations.id, id)).returning({ body, exact });
    if (isOwn || !reason) return { id };
    await tellHidden(tx, { kind: "annotation-hidden", personId, words: gone?.body || (gone?.exact ?? ""), reason, slug, now });
    await writeAudit(tx, { context, action: "annotation.hide", object: "annotation", objectId: id, branchId, reason });
    return { id };
  },
});
