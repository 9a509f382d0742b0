import { desc, eq, lte } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { pointPolicies } from "#db/schema/points.ts";
import { type PointPolicy, policyOfStored, type StoredPolicy } from "#domain/points/policy.ts";

export type KeptPolicy = Readonly<{ id: number; policy: PointPolicy; validFrom: Date }>;

const columns = { id: pointPolicies.id, policy: pointPolicies.policy, validFrom: pointPolicies.validFrom };

type Row = Readonly<{ id: number; policy: StoredPolicy; validFrom: Date }>;
const wholeOf = (row: Row): KeptPolicy => ({ ...row, policy: policyOfStored(row.policy) });

/** The rules in force at a moment: of those that had begun the one that began last; null: none was ever made, and nothing gives points. */
export async function policyAt(db: Db | Tx, at: Date): Promise<KeptPolicy | null> {
  const [found] = await db
    .select(columns)
    .from(pointPolicies)
    .where(lte(pointPolicies.validFrom, at))
    .orderBy(desc(pointPolicies.validFrom), desc(pointPolicies.id))
    .limit(1);
  return found ? wholeOf(found) : null;
}

/** The rules an entry was given under. */
export async function policyById(db: Db | Tx, id: number): Promise<KeptPolicy | null> {
  const [found] = await db.select(columns).from(pointPolicies).where(eq(pointPolicies.id, id));
  return found ? wholeOf(found) : null;
}
