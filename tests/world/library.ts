import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { indexMaterial } from "#server/search/index-material.ts";

let made = 0;

export type Wording = Readonly<{
  title?: string;
  titleEn?: string;
  summary?: string;
  body: string;
  bodyEn?: string;
  tags?: string[];
}>;

/** The next wording of a text, published and findable. */
export async function aWording(materialId: number, { title = `文${++made}`, ...rest }: Wording): Promise<void> {
  await database("desk").transaction(async (tx) => {
    const number = (await tx.$count(materialVersions, eq(materialVersions.materialId, materialId))) + 1;
    const [version] = await tx
      .insert(materialVersions)
      .values({ materialId, number, title, ...rest, characters: 1, contentHash: `${materialId} ${number}` })
      .returning({ id: materialVersions.id });
    await tx
      .update(materials)
      .set({ publishedVersionId: version?.id ?? null })
      .where(eq(materials.id, materialId));
    await indexMaterial(tx, materialId);
  });
}

/** A published text of a branch (null: for everybody) that can be found. */
export async function aFindableText(branchId: number | null, wording: Wording): Promise<{ id: number; slug: string }> {
  const slug = `findable-${++made}`;
  const [row] = await database("desk").insert(materials).values({ slug, branchId }).returning({ id: materials.id });
  const id = row?.id ?? 0;
  await aWording(id, wording);
  return { id, slug };
}
