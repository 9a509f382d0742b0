import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { branches, offices } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema, reasonSchema } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { keepAnAdmin } from "./keep-an-admin.ts";

async function loadOffice(tx: Tx, id: number) {
  const { personId, office, branchId, endedAt } = offices;
  const [held] = await tx
    .select({ id: offices.id, personId, office, branchId, endedAt, path: branches.path })
    .from(offices)
    .innerJoin(branches, eq(branches.id, branchId))
    .where(eq(offices.id, id));
  return held;
}

/** Takes an office back; it counts on the holder's next request and stays as history. Whoever may give it may take it. */
export const endOffice = command({
  at: "POST /api/desk/offices/:id/end",
  input: z.strictObject({ id: idSchema, reason: reasonSchema }),
  output: z.object({ ended: z.boolean() }),
  refusals: ["already-ended", "last-admin"],
  door: "desk",
  load: (tx, { id }) => loadOffice(tx, id),
  may: can.editBranch,
  async run(tx, held, { id, reason }, context) {
    if (!can.grantOffice(context.viewer, held)) throw new Refusal("forbidden");
    await keepAnAdmin(tx, null, async () => {
      const open = and(eq(offices.id, id), isNull(offices.endedAt));
      const ended = await tx.update(offices).set({ endedAt: context.now }).where(open).returning({ id: offices.id });
      if (ended.length === 0) throw new Refusal("already-ended");
    });
    const before = { personId: held.personId, office: held.office, branchId: held.branchId };
    await writeAudit(tx, { context, action: "office.end", object: "office", objectId: id, branchId: held.branchId, before, reason });
    return { ended: true };
  },
});
