import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";

/**
 * The place something new goes to: a branch with its path, or null for everybody. Undefined when there is no such branch, so that a
 * branch out of reach and one that is not there are told alike (TA9).
 */
export async function placeOf(tx: Tx, branchId: number | undefined): Promise<{ id: number | null; path: string | null } | undefined> {
  if (branchId === undefined) return { id: null, path: null };
  const [branch] = await tx.select({ id: branches.id, path: branches.path }).from(branches).where(eq(branches.id, branchId));
  return branch;
}
