import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { materials } from "#db/schema/materials.ts";
import { recordOutcome } from "#server/outcomes/record-outcome.ts";
import { checksOf } from "./checks-of.ts";

type Contribution = Readonly<{ personId: number; materialId: number; now: Date }>;

/**
 * A text whose published wording asks nothing is completed by one contribution of the reader: a note or a question on it, or a
 * reflection handed in on it. Called in the transaction of the contribution; nothing where the wording has questions.
 */
export async function completeByContribution(tx: Tx, { personId, materialId, now }: Contribution): Promise<void> {
  const [row] = await tx.select({ versionId: materials.publishedVersionId }).from(materials).where(eq(materials.id, materialId));
  if (!row?.versionId || (await checksOf(tx, row.versionId)).length > 0) return;
  await recordOutcome(tx, { personId, kind: "material", subjectId: materialId, completedAt: now, now });
}
