import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { Sanction } from "#domain/integrity/sanctions.ts";

/** The sanctions that stand against these entries; whoever has none is not in it. */
export async function sanctionsOf(tx: Tx, entryIds: readonly number[]): Promise<Map<number, Sanction[]>> {
  const { rows } = await tx.execute<{ entry_id: string; kind: Sanction["kind"]; milli: number }>(sql`
    select entry_id, kind, milli from sanctions where entry_id = any(${sql.param([...entryIds])}::bigint[]) and state = 'applied' order by id`);
  const found = new Map<number, Sanction[]>();
  for (const { entry_id, kind, milli } of rows) {
    const id = Number(entry_id);
    found.set(id, [...(found.get(id) ?? []), { kind, milli }]);
  }
  return found;
}
