import type { Db, Tx } from "#db/client.ts";

/** Carries what was found out of a transaction that is thrown away. */
class Undone<Found> extends Error {
  readonly found: Found;
  constructor(found: Found) {
    super("a dry run");
    this.found = found;
  }
}

/** Does something for good measure, says what it found, and undoes it: so preview and effect are one thing. What `work` refuses is refused. */
export async function dryRun<Found>(db: Db | Tx, work: (tx: Tx) => Promise<Found>): Promise<Found> {
  try {
    await db.transaction(async (tx) => {
      throw new Undone(await work(tx));
    });
  } catch (error) {
    if (error instanceof Undone) return error.found as Found;
    throw error;
  }
  throw new Error("a dry run was not undone");
}
