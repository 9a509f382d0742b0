import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { grantPoints } from "./grant-points.ts";

/**
 * Gives whoever wrote a question by hand the points of a contribution when somebody else takes it into the bank for the first time; a
 * later wording gives none, and neither does what came with a file.
 */
export async function payContribution(tx: Tx, questionId: number, now: Date): Promise<void> {
  const { rows } = await tx.execute<{ created_by: string; stem: string }>(sql`
    select q.created_by, v.stem from questions q join question_versions v on v.id = q.latest_version_id
    where q.id = ${questionId} and q.created_by is not null and q.ref is null
      and not exists (select 1 from question_import_rows r where r.question_id = q.id)`);
  const [found] = rows;
  if (!found) return;
  const title = [...found.stem].slice(0, 60).join("");
  await grantPoints(
    tx,
    [{ personId: Number(found.created_by), rule: "contribution", source: `question ${questionId}`, why: { title } }],
    now,
  );
}
