import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";

/**
 * Who is eligible for a contest, in SQL: in the subtree of its branch, with one of its tags when it names any; of one that invites, the
 * invited, wherever they are now. Not disabled.
 */
const eligible = (contestId: number) => sql`
  from contests c cross join lateral (
    select i.person_id from contest_invited i where i.contest_id = c.id and c.entry = 'invited'
    union all
    select a.id from branches cb join branches b on b.path like cb.path || '%' join people a on a.branch_id = b.id
    where cb.id = c.branch_id and c.entry = 'audience' and (cardinality(c.audience_tags) = 0 or a.tags && c.audience_tags)
  ) may join people p on p.id = may.person_id
  where c.id = ${contestId} and p.disabled_at is null`;

/** Writes down who was eligible in which branch when the contest opened (D5). Once: a second call changes nothing. */
export async function takeRoster(tx: Db | Tx, contestId: number, now: Date): Promise<void> {
  const claimed = await tx.execute(
    sql`update contests set roster_taken_at = ${now} where id = ${contestId} and roster_taken_at is null and opens_at <= ${now} returning id`,
  );
  if (claimed.rows.length === 0) return;
  await tx.execute(
    sql`insert into contest_roster (contest_id, person_id, branch_id) select c.id, p.id, p.branch_id ${eligible(contestId)} on conflict do nothing`,
  );
}

/** Puts somebody who became eligible after the opening on the roster, on entering. Returns the branch that counts, or null. */
export async function rosterBranchOf(tx: Db | Tx, contestId: number, personId: number): Promise<{ branchId: number; path: string } | null> {
  await tx.execute(sql`
    insert into contest_roster (contest_id, person_id, branch_id) select c.id, p.id, p.branch_id ${eligible(contestId)} and p.id = ${personId}
    on conflict do nothing`);
  const { rows } = await tx.execute<{ branch_id: string; path: string }>(sql`
    select r.branch_id, b.path from contest_roster r join branches b on b.id = r.branch_id
    where r.contest_id = ${contestId} and r.person_id = ${personId}`);
  const row = rows[0];
  return row ? { branchId: Number(row.branch_id), path: row.path } : null;
}
