import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";

/** Asks with memory enough to sort and hash a whole programme: with the server's own four megabytes it would go through the disk. */
export function withRoom<T>(db: Db, ask: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction(
    async (tx) => {
      await tx.execute(sql`set local work_mem = '48MB'`);
      return ask(tx);
    },
    { accessMode: "read only" },
  );
}
