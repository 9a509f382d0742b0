import { eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";

/** A branch with its path; undefined when there is none of that number. */
export async function findBranch(tx: Db | Tx, id: number) {
  const [row] = await tx
    .select({ id: branches.id, name: branches.name, path: branches.path, closedAt: branches.closedAt })
    .from(branches)
    .where(eq(branches.id, id));
  return row;
}
