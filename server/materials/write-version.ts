import type { Db, Tx } from "#db/client.ts";
import { materialVersions } from "#db/schema/materials.ts";
import { materialChecks } from "#db/schema/reviews.ts";
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
  /** The English variant, markdown; left out or empty: there is none. */
  bodyEn?: string | undefined;
  /** The questions that stand in it, in order. */
  checks?: readonly Check[] | undefined;
}>;

/** A question that stands after a block ("p7") or, with "", at the end. */
export type Check = Readonly<{ questionId: number; after: string }>;

/** Hash of one wording of a study text. What it does not have is no part of it, so that texts without checks keep the hash they had. */
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
  bodyEn,
  checks = [],
}: MaterialContent): string {
  const more = {
    ...(bodyEn && { bodyEn }),
    ...(checks.length > 0 && { checks: checks.map(({ questionId, after }) => [questionId, after]) }),
  };
  return contentHashOf({ collection, title, titleEn, summary, summaryEn, body, tags, sourceName, sourceDate, sourceNote, ...more });
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
  const { title, titleEn, summary, summaryEn, body, bodyEn = "", tags, sourceName, sourceDate, sourceNote, checks = [] } = content;
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
      bodyEn,
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
  const versionId = (made as { id: number }).id;
  if (checks.length > 0) {
    await tx
      .insert(materialChecks)
      .values(checks.map(({ questionId, after }, index) => ({ versionId, place: index + 1, questionId, after })));
  }
  return versionId;
}
