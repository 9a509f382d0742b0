import { and, count, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { branches, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema, reasonSchema } from "#server/input-schemas.ts";
import { takeLock } from "#server/take-lock.ts";
import { command } from "#server/verb.ts";
import { lockBranch } from "./lock-branch.ts";

async function loadBranch(tx: Tx, id: number) {
  await takeLock(tx, "tree");
  return lockBranch(tx, id);
}

/** Refuses while active people or open branches stand in it. Whoever places someone here holds the branch, so none slips in between. */
async function refuseInhabited(tx: Tx, id: number): Promise<void> {
  const [members] = await tx
    .select({ n: count() })
    .from(people)
    .where(and(eq(people.branchId, id), isNull(people.disabledAt)));
  if (members && members.n > 0) throw new Refusal("branch-has-members", { count: members.n });
  const [children] = await tx
    .select({ n: count() })
    .from(branches)
    .where(and(eq(branches.parentId, id), isNull(branches.closedAt)));
  if (children && children.n > 0) throw new Refusal("branch-has-children", { count: children.n });
}

/** Closes an empty branch: its history stays, nobody is placed in it any more. */
export const closeBranch = command({
  at: "POST /api/desk/branches/:id/close",
  input: z.strictObject({ id: idSchema, reason: reasonSchema }),
  output: z.object({ closed: z.boolean() }),
  refusals: ["already-closed", "branch-is-root", "branch-has-members", "branch-has-children"],
  door: "desk",
  load: (tx, { id }) => loadBranch(tx, id),
  may: can.editBranch,
  async run(tx, branch, { id, reason }, context) {
    if (branch.closedAt) throw new Refusal("already-closed");
    if (branch.parentId === null) throw new Refusal("branch-is-root");
    await refuseInhabited(tx, id);
    await tx.update(branches).set({ closedAt: context.now }).where(eq(branches.id, id));
    await writeAudit(tx, { context, action: "branch.close", object: "branch", objectId: id, branchId: id, reason });
    return { closed: true };
  },
});
