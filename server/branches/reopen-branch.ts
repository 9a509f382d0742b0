import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema, reasonSchema } from "#server/input-schemas.ts";
import { takeLock } from "#server/take-lock.ts";
import { command } from "#server/verb.ts";
import { holdBranch, lockBranch } from "./lock-branch.ts";

async function loadBranch(tx: Tx, id: number) {
  await takeLock(tx, "tree");
  return lockBranch(tx, id);
}

/** Opens a closed branch again, below a branch that is open. Opening an open one changes nothing. */
export const reopenBranch = command({
  at: "POST /api/desk/branches/:id/reopen",
  input: z.strictObject({ id: idSchema, reason: reasonSchema }),
  output: z.object({ closed: z.boolean() }),
  refusals: ["branch-closed"],
  door: "desk",
  load: (tx, { id }) => loadBranch(tx, id),
  may: can.editBranch,
  async run(tx, branch, { id, reason }, context) {
    if (!branch.closedAt) return { closed: false };
    const parent = branch.parentId === null ? undefined : await holdBranch(tx, branch.parentId);
    if (parent?.closedAt) throw new Refusal("branch-closed");
    await tx.update(branches).set({ closedAt: null }).where(eq(branches.id, id));
    await writeAudit(tx, { context, action: "branch.reopen", object: "branch", objectId: id, branchId: id, reason });
    return { closed: false };
  },
});
