import type { Db, Tx } from "#db/client.ts";
import { type CarriedOut, carryOutRuling } from "./carry-out-ruling.ts";
import { dryRun } from "./dry-run.ts";
import type { Effect } from "./effect.ts";

/** What a ruling would change: it is carried out, measured, and undone. */
export function tryRuling(db: Db | Tx, ruling: CarriedOut, now: Date): Promise<Effect> {
  return dryRun(db, (tx) => carryOutRuling(tx, ruling, null, now));
}
