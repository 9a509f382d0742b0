import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { materials } from "#db/schema/materials.ts";
import { askReAnchor } from "#server/annotations/ask-re-anchor.ts";
import { indexMaterial } from "#server/search/index-material.ts";

/** From now on members read this wording; everything that follows from that is asked for here, whichever verb does it. */
export async function showVersion(tx: Tx, { materialId, versionId }: { materialId: number; versionId: number }, now: Date): Promise<void> {
  await tx.update(materials).set({ publishedVersionId: versionId, archivedAt: null }).where(eq(materials.id, materialId));
  await askReAnchor(tx, { materialId, versionId }, now);
  await indexMaterial(tx, materialId);
}
