import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";

/** Who answers for these units: who holds the office of leader or branch administrator of the unit itself. */
export async function unitPeople(tx: Tx, branchIds: readonly number[]): Promise<number[]> {
  if (branchIds.length === 0) return [];
  const { rows } = await tx.execute<{ person_id: string }>(sql`
    select distinct person_id from offices
    where branch_id = any(${sql.param([...branchIds])}::bigint[]) and office in ('leader', 'branch_admin') and ended_at is null`);
  return rows.map((row) => Number(row.person_id));
}
