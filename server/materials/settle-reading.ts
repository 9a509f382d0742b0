import { and, eq } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { outcomes } from "#db/schema/programmes.ts";
import { readingScore } from "#domain/reviews/check-standing.ts";
import { recordOutcome } from "#server/outcomes/record-outcome.ts";
import { checksOf, triesOf } from "./checks-of.ts";

type Reading = Readonly<{ personId: number; materialId: number; versionId: number; now: Date }>;
export type Progress = { done: number; total: number; completedAt: Date | null };

/** When a person completed a text, in whatever wording, or null. */
export async function completedAtOf(db: Db | Tx, personId: number, materialId: number): Promise<Date | null> {
  const [row] = await db
    .select({ completedAt: outcomes.completedAt })
    .from(outcomes)
    .where(and(eq(outcomes.personId, personId), eq(outcomes.kind, "material"), eq(outcomes.subjectId, materialId)));
  return row?.completedAt ?? null;
}

/** Completes a reading when every question of its wording has been answered right (B3), and says how far it is. What is complete stays so. */
export async function settleReading(tx: Tx, { personId, materialId, versionId, now }: Reading): Promise<Progress> {
  const { done, total, score } = readingScore(await checksOf(tx, versionId), await triesOf(tx, personId, materialId));
  const before = await completedAtOf(tx, personId, materialId);
  if (before !== null || total === 0 || done < total) return { done, total, completedAt: before };
  await recordOutcome(tx, { personId, kind: "material", subjectId: materialId, completedAt: now, score, now });
  return { done, total, completedAt: now };
}
