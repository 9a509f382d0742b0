import type { Db, Tx } from "#db/client.ts";
import { jobs } from "#db/schema/operations.ts";

/** Asks for the annotations of a text to be found in the wording that has just been published; in the publication's transaction. */
export async function askReAnchor(tx: Db | Tx, published: { materialId: number; versionId: number }, now: Date): Promise<void> {
  await tx.insert(jobs).values({ kind: "reanchor", payload: published, runAt: now });
}
