import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { ContestSubject } from "./find-contest.ts";

/** Whether a person belongs to a contest: on the roster, or, before it is taken, in its subtree. */
export async function findRosterPlace(tx: Db | Tx, contest: ContestSubject, personId: number): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select 1 from contest_roster where contest_id = ${contest.id} and person_id = ${personId}
    union all
    select 1 from contest_invited where contest_id = ${contest.id} and person_id = ${personId}
    union all
    select 1 from people p join branches b on b.id = p.branch_id
    where p.id = ${personId} and ${contest.entry} = 'audience' and b.path like ${`${contest.path}%`} limit 1`);
  return rows.length > 0;
}
