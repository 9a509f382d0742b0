import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { branches, complaints } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema, textSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";

async function lockComplaint(tx: Tx, id: number) {
  const { branchId, repliedAt } = complaints;
  const [found] = await tx
    .select({ id: complaints.id, branchId, repliedAt, path: branches.path })
    .from(complaints)
    .innerJoin(branches, eq(branches.id, branchId))
    .where(eq(complaints.id, id))
    .for("update", { of: complaints });
  return found;
}

/** Answers a complaint, once; its sender reads the answer and when it came. */
export const replyComplaint = command({
  at: "POST /api/desk/complaints/:id/reply",
  input: z.strictObject({ id: idSchema, reply: textSchema(2_000) }),
  output: z.object({ replied: z.boolean() }),
  refusals: ["already-replied"],
  door: "desk",
  load: (tx, { id }) => lockComplaint(tx, id),
  may: can.replyComplaint,
  async run(tx, complaint, { id, reply }, context) {
    if (complaint.repliedAt) throw new Refusal("already-replied");
    const { viewer, now } = context;
    await tx.update(complaints).set({ reply, repliedBy: viewer.personId, repliedAt: now }).where(eq(complaints.id, id));
    await writeAudit(tx, {
      ...{ context, action: "complaint.reply", object: "complaint", objectId: id, branchId: complaint.branchId },
      after: { reply },
    });
    return { replied: true };
  },
});
