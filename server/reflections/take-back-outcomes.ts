import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { materials } from "#db/schema/materials.ts";
import { settleReading } from "#server/materials/settle-reading.ts";
import { takeBackCompletion } from "#server/outcomes/take-back-completion.ts";

type Withdrawn = Readonly<{ personId: number; itemId: number | null; materialId: number | null; handedInAt: Date; now: Date }>;

async function earliest(tx: Tx, statement: ReturnType<typeof sql>): Promise<Date | null> {
  const { rows } = await tx.execute<{ at: string | null }>(statement);
  return rows[0]?.at ? new Date(rows[0].at) : null;
}

/** The item it was written for: another piece handed in for the same item may stand in. */
async function takeBackItem(tx: Tx, personId: number, itemId: number, at: Date): Promise<void> {
  const left = await earliest(
    tx,
    sql`select min(handed_in_at) as at from reflections where person_id = ${personId} and item_id = ${itemId}`,
  );
  await takeBackCompletion(tx, { personId, kind: "reflection", subjectId: itemId, at, left });
}

/** The text it was a contribution to: another contribution may stand in, or the answers to what the wording asks by now. */
async function takeBackText(tx: Tx, personId: number, materialId: number, { at, now }: { at: Date; now: Date }): Promise<void> {
  const left = await earliest(
    tx,
    sql`select least(
      (select min(handed_in_at) from reflections where person_id = ${personId} and material_id = ${materialId}),
      (select min(created_at) from annotations where person_id = ${personId} and material_id = ${materialId} and kind <> 'highlight')) as at`,
  );
  const rested = await takeBackCompletion(tx, { personId, kind: "material", subjectId: materialId, at, left });
  if (!rested || left !== null) return;
  const [row] = await tx.select({ versionId: materials.publishedVersionId }).from(materials).where(eq(materials.id, materialId));
  if (row?.versionId) await settleReading(tx, { personId, materialId, versionId: row.versionId, now });
}

/** What a piece completed when it was handed in is no longer completed by it. Called when it is no longer handed in. */
export async function takeBackOutcomes(tx: Tx, { personId, itemId, materialId, handedInAt: at, now }: Withdrawn): Promise<void> {
  if (itemId !== null) await takeBackItem(tx, personId, itemId, at);
  if (materialId !== null) await takeBackText(tx, personId, materialId, { at, now });
}
