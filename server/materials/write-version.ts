import type { Db, Tx } from "#db/client.ts";
import { materialVersions } from "#db/schema/materials.ts";
import { contentHashOf } from "#server/content/content-hash.ts";

/** Everything of a study text that has versions. `body` is markdown. */
export type MaterialContent = Readonly<{
  /** Kept on the material itself, and part of the hash, so that moving a text to another collection is a change too. */
  collection: string;
  title: string;
  titleEn: string;
  summary: string;
  summaryEn: string;
  body: string;
  tags: readonly string[];
  sourceName: string;
  sourceDate: string;
  sourceNote: string;
}>;

/** Hash of one wording of a study text. */
export function materialHashOf({
  collection,
  title,
  titleEn,
  summary,
  summaryEn,
  body,
  tags,
  sourceName,
  sourceDate,
  sourceNote,
}: MaterialContent): string {
  return contentHashOf({ collection, title, titleEn, summary, summaryEn, body, tags, sourceName, sourceDate, sourceNote });
}

/** How long a text is: its letters, digits and Chinese characters, without marks and spaces. */
export const charactersOf = (body: string): number => body.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Writes the next wording of a material and returns its id; nothing is published by it. The database refuses a number that is taken. */
export async function writeMaterialVersion(
  tx: Db | Tx,
  materialId: number,
  number: number,
  content: MaterialContent,
  { createdBy, now }: { createdBy: number | null; now: Date },
): Promise<number> {
  const { title, titleEn, summary, summaryEn, body, tags, sourceName, sourceDate, sourceNote } = content;
  const [made] = await tx
    .insert(materialVersions)
    .values({
      materialId,
      number,
      title,
      titleEn,
      summary,
      summaryEn,
      body,
      tags: [...tags],
      sourceName,
      sourceDate,
      sourceNote,
      characters: charactersOf(body),
      contentHash: materialHashOf(content),
      createdBy,
      createdAt: now,
    })
    .returning({ id: materialVersions.id });
  return (made as { id: number }).id;
}
