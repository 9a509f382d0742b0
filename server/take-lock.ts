import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";

/** Any numbers, as long as every instance asks for the same ones. */
const LOCKS = { admins: 7_210_311, tree: 7_210_312, library: 7_210_314, bank: 7_210_315, arenas: 7_210_320 } as const;

/**
 * Waits until nobody else holds the lock and keeps it to the end of the transaction: `admins` for what could leave the organisation
 * without an administrator, `tree` for the shape of the branch tree and for whole lists,
 * `library` and `bank` for texts and questions that must not be there twice, `arenas` for their windows and boards. Waiting longer than `waitMs` is `unavailable`.
 */
export async function takeLock(tx: Tx, name: keyof typeof LOCKS, waitMs = 2_000): Promise<void> {
  await tx.execute(sql`select set_config('lock_timeout', ${String(waitMs)}, true)`);
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCKS[name]})`);
}
