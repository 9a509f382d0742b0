import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";

export type LockedFlag = Readonly<{
  id: number;
  branchId: number;
  branch: string;
  path: string;
  raisedBy: number | null;
  closedAt: Date | null;
}>;
type Row = { id: string; branch_id: string; branch: string; path: string; raised_by: string | null; closed_at: string | null };

/** The flag, held against changes by others until the transaction ends. */
export async function lockFlag(tx: Tx, id: number): Promise<LockedFlag | undefined> {
  const { rows } = await tx.execute<Row>(sql`
    select f.id, f.branch_id, b.name as branch, b.path, f.raised_by, f.closed_at from branch_flags f join branches b on b.id = f.branch_id
    where f.id = ${id} for no key update of f`);
  const [row] = rows;
  return (
    row && {
      ...{ id: Number(row.id), branchId: Number(row.branch_id), branch: row.branch, path: row.path },
      raisedBy: row.raised_by === null ? null : Number(row.raised_by),
      closedAt: row.closed_at === null ? null : new Date(row.closed_at),
    }
  );
}
