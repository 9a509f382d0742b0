import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";

/** Any numbers, as long as every instance asks for the same ones: of everybody's points at once, and of one person's. */
const EVERYBODY = 7_210_317;
const ONE = 7_210_318;
/** So many people are locked each for himself; a larger crowd would fill the server's table of locks, and takes everybody's instead. */
const FEW = 40;

/** Takes what is given to these people one after the other, to the end of the transaction: two at once would both find the room of a cap. */
export async function lockPoints(tx: Tx, personIds: readonly number[]): Promise<void> {
  const each = [...new Set(personIds)].sort((a, b) => a - b);
  if (each.length > FEW) {
    await tx.execute(sql`select pg_advisory_xact_lock(${EVERYBODY})`);
    return;
  }
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${EVERYBODY})`);
  await tx.execute(sql`
    select pg_advisory_xact_lock(${ONE}, (p.id % 2147483647)::int)
    from (select id from unnest(${sql.param(each)}::bigint[]) as p(id) order by id) p`);
}
