import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import type { Member } from "#domain/people/viewer.ts";
import { type AuditEntry, writeAudits } from "#server/audit/write-audit.ts";
import type { BranchPlan } from "#server/imports/branch-list.ts";
import { pinyinOf } from "#server/people/pinyin-of.ts";
import type { Context } from "#server/verb.ts";

type Ids = Map<string, number>;

/** Parents come first in the plan, so every parent has a number by the time it is needed. */
async function add(tx: Tx, adds: BranchPlan["adds"], ids: Ids): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (const { code, name, kind, parentCode } of adds) {
    const branch = { code, name, kind, parentId: ids.get(parentCode ?? "") ?? null };
    const [added] = await tx
      .insert(branches)
      .values({ ...branch, pinyin: pinyinOf(name, "branch").full })
      .returning({ id: branches.id });
    const id = added?.id ?? 0;
    ids.set(code, id);
    entries.push({ action: "branch.add", object: "branch", objectId: id, branchId: id, after: branch });
  }
  return entries;
}

async function change(tx: Tx, changes: BranchPlan["changes"]): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (const { branchId, name, kind } of changes) {
    const before = { ...(name ? { name: name.from } : {}), ...(kind ? { kind: kind.from } : {}) };
    const after = { ...(name ? { name: name.to } : {}), ...(kind ? { kind: kind.to } : {}) };
    await tx
      .update(branches)
      .set({ ...after, ...(name ? { pinyin: pinyinOf(name.to, "branch").full } : {}) })
      .where(eq(branches.id, branchId));
    entries.push({ action: "branch.edit", object: "branch", objectId: branchId, branchId, before, after });
  }
  return entries;
}

/** Parents come first here too: what a branch moves below already stands where it shall, so no single move meets a cycle. */
async function move(tx: Tx, moves: BranchPlan["moves"], ids: Ids): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (const { branchId, fromCode, toCode } of moves) {
    const parentId = ids.get(toCode) ?? null;
    await tx.update(branches).set({ parentId }).where(eq(branches.id, branchId));
    const before = { parentId: ids.get(fromCode ?? "") ?? null };
    entries.push({ action: "branch.edit", object: "branch", objectId: branchId, branchId, before, after: { parentId } });
  }
  return entries;
}

/** Does all that a plan without problems says, a ledger row for each branch and one for the whole. The transaction is the caller's. */
export async function carryOutBranches(tx: Tx, plan: BranchPlan, fileName: string, context: Context<Member>): Promise<void> {
  const ids: Ids = new Map((await tx.select({ id: branches.id, code: branches.code }).from(branches)).map(({ id, code }) => [code, id]));
  const entries = [...(await add(tx, plan.adds, ids)), ...(await change(tx, plan.changes)), ...(await move(tx, plan.moves, ids))];
  const counts = { fileName, adds: plan.adds.length, changes: plan.changes.length, moves: plan.moves.length };
  const [top = null] = context.viewer.offices.map(({ branchId }) => branchId);
  const whole = { action: "branches.import", object: "branches", objectId: null, branchId: top, after: counts };
  await writeAudits(tx, context, [whole, ...entries.map((entry) => ({ ...entry, reason: fileName.slice(0, 200) }))]);
}
