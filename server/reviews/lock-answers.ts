import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";

/** Any number, as long as every instance asks for the same one; beside it stands the person. */
const OWN_ANSWERS = 7_210_316;

/** Takes one person's answers outside papers one after the other, to the end of the transaction: a double click finds the first one counted. */
export async function lockAnswers(tx: Tx, personId: number): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${OWN_ANSWERS}, (${personId}::bigint % 2147483647)::int)`);
}
