import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { fieldRefusal } from "#server/verb.ts";

export type LockedBranch = Readonly<{
  id: number;
  parentId: number | null;
  code: string;
  name: string;
  kind: string;
  path: string;
  closedAt: Date | null;
}>;

const columns = {
  id: branches.id,
  parentId: branches.parentId,
  code: branches.code,
  name: branches.name,
  kind: branches.kind,
  path: branches.path,
  closedAt: branches.closedAt,
};

/** The branch, held against changes by others until the transaction ends. */
export async function lockBranch(tx: Tx, id: number): Promise<LockedBranch | undefined> {
  const [branch] = await tx.select(columns).from(branches).where(eq(branches.id, id)).for("no key update");
  return branch;
}

/** The branch in which something is about to be placed, held against closing and moving until the transaction ends. */
export async function holdBranch(tx: Tx, id: number): Promise<LockedBranch | undefined> {
  const [branch] = await tx.select(columns).from(branches).where(eq(branches.id, id)).for("share");
  return branch;
}

/** Refuses `branch-closed` beside the field that chose it. */
export function refuseClosed(branch: LockedBranch, field: string): void {
  if (branch.closedAt) throw fieldRefusal(field, "branch-closed");
}
