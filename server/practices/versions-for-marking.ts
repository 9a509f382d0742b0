import { eq, inArray } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { questionKeys, questionVersions } from "#db/schema/questions.ts";

/** Wordings with their keys, by number. The judge's door. */
export async function versionsForMarking(db: Db | Tx, versionIds: readonly number[]) {
  const rows = await db
    .select({ id: questionVersions.id, questionId: questionVersions.questionId, body: questionVersions.body, key: questionKeys.key })
    .from(questionVersions)
    .innerJoin(questionKeys, eq(questionKeys.versionId, questionVersions.id))
    .where(inArray(questionVersions.id, [...versionIds]));
  return new Map(rows.map((row) => [row.id, row]));
}
