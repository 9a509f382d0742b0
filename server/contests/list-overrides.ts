import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { contestOverrides } from "#db/schema/contests.ts";
import { branches } from "#db/schema/people.ts";

/** The exceptions that reach one person of a contest: everybody's, those of the branches above, and the person's own (D1). */
export async function listOverridesFor(tx: Db | Tx, contestId: number, personId: number, branchPath: string) {
  const rows = await tx
    .select({
      personId: contestOverrides.personId,
      branchId: contestOverrides.branchId,
      limitMs: contestOverrides.limitMs,
      closesAt: contestOverrides.closesAt,
      extensionMs: contestOverrides.extensionMs,
    })
    .from(contestOverrides)
    .leftJoin(branches, eq(branches.id, contestOverrides.branchId))
    .where(
      and(
        eq(contestOverrides.contestId, contestId),
        or(
          eq(contestOverrides.personId, personId),
          and(isNull(contestOverrides.personId), or(isNull(contestOverrides.branchId), sql`${branchPath} like ${branches.path} || '%'`)),
        ),
      ),
    );
  return {
    own: rows.filter((row) => row.personId !== null),
    shared: rows.filter((row) => row.personId === null),
  };
}
