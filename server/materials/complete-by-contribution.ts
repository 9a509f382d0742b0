import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { recordOutcome } from "#server/outcomes/record-outcome.ts";

type Contribution = Readonly<{ personId: number; materialId: number; now: Date }>;

/** A note, a question or a reflection completes the reading of a text whose published wording asks nothing (decision 14). */
export async function completeByContribution(tx: Tx, { personId, materialId, now }: Contribution): Promise<void> {
  const { rows } = await tx.execute(sql`
    select 1 from materials m where m.id = ${materialId} and m.published_version_id is not null
      and not exists (select 1 from material_checks c where c.version_id = m.published_version_id)`);
  if (rows.length > 0) await recordOutcome(tx, { personId, kind: "material", subjectId: materialId, completedAt: now, now });
}
