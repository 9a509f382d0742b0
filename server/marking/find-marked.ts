import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { findContest } from "#server/contests/find-contest.ts";

/** A contest, if this person was named to mark it. */
export async function findMarked(db: Db | Tx, slug: string, personId: number) {
  const contest = await findContest(db, slug);
  if (!contest) return undefined;
  const { rows } = await db.execute(sql`select 1 from markers where contest_id = ${contest.id} and person_id = ${personId}`);
  return rows.length > 0 && contest.publishedAt !== null && contest.cancelledAt === null ? contest : undefined;
}
