import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { changesBetween } from "#server/changes-between.ts";
import { blankable, idSchema, reasonSchema } from "#server/input-schemas.ts";
import { nameConstraint } from "#server/name-constraint.ts";
import { pinyinOf } from "#server/people/pinyin-of.ts";
import { takeLock } from "#server/take-lock.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { BRANCH_RULES, branchCode, branchKind, branchName } from "./branch-fields.ts";
import { holdBranch, type LockedBranch, lockBranch, refuseClosed } from "./lock-branch.ts";

async function loadBranch(tx: Tx, id: number) {
  await takeLock(tx, "tree");
  return lockBranch(tx, id);
}

/** Both ends of a move must be the viewer's: so nobody lifts the branch he holds his own office over (TC3). The root stays. */
async function refuseMove(tx: Tx, branch: LockedBranch, parentId: number, viewer: Member): Promise<void> {
  const from = branch.parentId === null ? undefined : await holdBranch(tx, branch.parentId);
  const to = await holdBranch(tx, parentId);
  if (!from || !to || !can.editBranch(viewer, from) || !can.editBranch(viewer, to)) throw fieldRefusal("parentId", "forbidden");
  refuseClosed(to, "parentId");
}

/** Renames a branch, gives it another code or kind, or moves it with all below it; the database refuses a cycle. */
export const editBranch = command({
  at: "POST /api/desk/branches/:id",
  input: z.strictObject({
    id: idSchema,
    name: blankable(branchName),
    code: blankable(branchCode),
    kind: blankable(branchKind),
    parentId: blankable(idSchema),
    reason: reasonSchema,
  }),
  output: z.object({ changed: z.array(z.string()) }),
  refusals: ["already-exists", "branch-below-itself", "branch-closed"],
  door: "desk",
  load: (tx, { id }) => loadBranch(tx, id),
  may: can.editBranch,
  async run(tx, branch, { id, name = branch.name, code = branch.code, kind = branch.kind, parentId = branch.parentId, reason }, context) {
    const { before, after } = changesBetween<Partial<LockedBranch>>(branch, { name, code, kind, parentId });
    const changed = Object.keys(after);
    if (changed.length === 0) return { changed };
    if (typeof after.parentId === "number") await refuseMove(tx, branch, after.parentId, context.viewer);
    await nameConstraint(BRANCH_RULES, () =>
      tx
        .update(branches)
        .set({ ...after, pinyin: pinyinOf(name, "branch").full })
        .where(eq(branches.id, id)),
    );
    await writeAudit(tx, { context, action: "branch.edit", object: "branch", objectId: id, branchId: id, before, after, reason });
    return { changed };
  },
});
