import { and, asc, desc, eq, lte } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { blocksOf } from "#server/materials/blocks-of.ts";

export const passageSchema = z.object({ materialSlug: z.string(), materialTitle: z.string(), paragraph: z.string(), text: z.string() });

/**
 * The passage that answers a version, in the wording its author had before him: the numbers of later wordings may have moved.
 * Null when no text was named; without words when the text has no such block.
 */
export async function findPassage(
  db: Db,
  { materialId, passage, createdAt }: { materialId: number | null; passage: string; createdAt: Date },
): Promise<z.output<typeof passageSchema> | null> {
  if (materialId === null) return null;
  const { id, title, body, number } = materialVersions;
  const versions = (ofThen: boolean) =>
    db
      .select({ id, title, body, slug: materials.slug })
      .from(materialVersions)
      .innerJoin(materials, eq(materials.id, materialVersions.materialId))
      .where(and(eq(materialVersions.materialId, materialId), ofThen ? lte(materialVersions.createdAt, createdAt) : undefined))
      .orderBy(ofThen ? desc(number) : asc(number))
      .limit(1);
  const [version] = [...(await versions(true)), ...(await versions(false))];
  if (!version) return null;
  const block = blocksOf(version).find((one) => one.id === passage);
  return { materialSlug: version.slug, materialTitle: version.title, paragraph: passage, text: block?.text ?? "" };
}
