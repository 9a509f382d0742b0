import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { blankable, idSchema } from "#server/input-schemas.ts";
import { nameConstraint } from "#server/name-constraint.ts";
import { pinyinOf } from "#server/people/pinyin-of.ts";
import { takeLock } from "#server/take-lock.ts";
import { command } from "#server/verb.ts";
import { BRANCH_RULES, branchCode, branchKind, branchName } from "./branch-fields.ts";
import { holdBranch, refuseClosed } from "./lock-branch.ts";

async function loadParent(tx: Tx, parentId: number) {
  await takeLock(tx, "tree");
  return holdBranch(tx, parentId);
}

/** Founds a branch below one of the viewer's subtrees. */
export const addBranch = command({
  at: "POST /api/desk/branches",
  input: z.strictObject({ parentId: idSchema, code: branchCode, name: branchName, kind: blankable(branchKind) }),
  output: z.object({ id: z.number() }),
  refusals: ["already-exists", "branch-closed"],
  door: "desk",
  load: (tx, { parentId }) => loadParent(tx, parentId),
  may: can.editBranch,
  async run(tx, parent, { code, name, kind }, context) {
    refuseClosed(parent, "parentId");
    const branch = { parentId: parent.id, code, name, kind: kind ?? "" };
    const [added] = await nameConstraint(BRANCH_RULES, () =>
      tx
        .insert(branches)
        .values({ ...branch, pinyin: pinyinOf(name, "branch").full })
        .returning({ id: branches.id }),
    );
    const id = added?.id ?? 0;
    await writeAudit(tx, { context, action: "branch.add", object: "branch", objectId: id, branchId: id, after: branch });
    return { id };
  },
});
