import { eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { contestPauses } from "#db/schema/integrity.ts";
import { branches } from "#db/schema/people.ts";

/** The pauses of a contest; `path` of the branch it is about with all below it, or "": everybody. */
export async function listPauses(tx: Db | Tx, contestId: number) {
  const { startsAt, endsAt } = contestPauses;
  return tx
    .select({ startsAt, endsAt, path: sql<string>`coalesce(${branches.path}, '')`, branchName: branches.name })
    .from(contestPauses)
    .leftJoin(branches, eq(branches.id, contestPauses.branchId))
    .where(eq(contestPauses.contestId, contestId));
}

/** Those of them that reach somebody of this branch. */
export async function pausesFor(tx: Db | Tx, contestId: number, branchPath: string) {
  return (await listPauses(tx, contestId)).filter(({ path }) => branchPath.startsWith(path));
}
