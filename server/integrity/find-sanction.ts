import { eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { entries } from "#db/schema/contests.ts";
import { sanctions } from "#db/schema/integrity.ts";
import { findContestById } from "#server/contests/find-contest.ts";

/** A sanction with its contest and whose it is. */
export async function findSanction(tx: Db | Tx, id: number) {
  const { contestId, entryId, flagId, kind, milli, reason, state, proposedBy } = sanctions;
  const [row] = await tx
    .select({ id: sanctions.id, contestId, entryId, flagId, kind, milli, reason, state, proposedBy, personId: entries.personId })
    .from(sanctions)
    .innerJoin(entries, eq(entries.id, entryId))
    .where(eq(sanctions.id, id));
  const contest = row && (await findContestById(tx, row.contestId));
  return contest && { ...row, contest, path: contest.path };
}

/** The same for a change: two who decide about one are taken one after the other. */
export async function lockSanction(tx: Tx, id: number) {
  await tx.execute(sql`select 1 from sanctions where id = ${id} for update`);
  return findSanction(tx, id);
}

export type SanctionSubject = NonNullable<Awaited<ReturnType<typeof findSanction>>>;
