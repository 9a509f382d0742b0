import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { fieldRefusal } from "#server/verb.ts";

/** The place something new goes to: a branch with its path, or null for everybody. Refuses `no-such-branch` beside `branchId`. */
export async function placeOf(tx: Tx, branchId: number | undefined): Promise<{ id: number | null; path: string | null }> {
  if (branchId === undefined) return { id: null, path: null };
  const [branch] = await tx.select({ id: branches.id, path: branches.path }).from(branches).where(eq(branches.id, branchId));
  if (!branch) throw fieldRefusal("branchId", "no-such-branch");
  return branch;
}
