import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { reflectionComments } from "#db/schema/reflections.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { reasonFields, reflectionId } from "./reflection-fields.ts";
import { lockReflection } from "./visible-reflections.ts";

async function findComment(tx: Tx, id: number) {
  const [comment] = await tx.select().from(reflectionComments).where(eq(reflectionComments.id, id));
  const reflection = comment && (await lockReflection(tx, comment.reflectionId));
  return comment && reflection && { id, personId: comment.personId, deletedAt: comment.deletedAt, reflection };
}

/** Takes a comment away: its author at will, an office holder with a reason that stays in the ledger. */
export const removeComment = command({
  at: "POST /api/reflection-comments/:id/remove",
  input: z.strictObject({ ...reflectionId, ...reasonFields }),
  output: z.object({ id: z.number() }),
  refusals: ["reason-missing"],
  door: "play",
  load: (tx, { id }) => findComment(tx, id),
  may: can.removeComment,
  async run(tx, { id, personId, deletedAt, reflection }, { reason }, context) {
    const { viewer, now } = context;
    if (deletedAt) return { id };
    const isOwn = personId === viewer.personId;
    if (!isOwn && !reason) throw fieldRefusal("reason", "reason-missing");
    await tx.update(reflectionComments).set({ deletedAt: now }).where(eq(reflectionComments.id, id));
    const about = { object: "reflection", objectId: reflection.id, branchId: reflection.branchId };
    if (!isOwn) await writeAudit(tx, { context, action: "reflection.hideComment", ...about, reason });
    return { id };
  },
});
