import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { questionKeys, questionVersions } from "#db/schema/questions.ts";

/** What goes on from version to version unless an editor writes it anew: the name, which no form shows, and the source. */
export async function carriedOver(tx: Tx, versionId: number): Promise<{ title: string; source: string }> {
  const [kept] = await tx
    .select({ title: questionVersions.title, source: questionKeys.source })
    .from(questionVersions)
    .innerJoin(questionKeys, eq(questionKeys.versionId, questionVersions.id))
    .where(eq(questionVersions.id, versionId));
  return kept ?? { title: "", source: "" };
}
