import type { Db, Tx } from "#db/client.ts";
import { type CarriedOut, carryOutRuling } from "./carry-out-ruling.ts";
import type { Effect } from "./effect.ts";

/** Carries the effect out of a transaction that is thrown away. */
class Undone extends Error {
  readonly effect: Effect;
  constructor(effect: Effect) {
    super("a dry run");
    this.effect = effect;
  }
}

/** What a ruling would change: it is carried out for good measure, measured, and undone, so that preview and effect are one thing. */
export async function tryRuling(db: Db | Tx, ruling: CarriedOut, now: Date): Promise<Effect> {
  try {
    await db.transaction(async (tx) => {
      throw new Undone(await carryOutRuling(tx, ruling, null, now));
    });
  } catch (error) {
    if (error instanceof Undone) return error.effect;
    throw error;
  }
  throw new Error("a dry run was not undone");
}
