import { eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { askReAnchor } from "#server/annotations/ask-re-anchor.ts";
import { type MaterialContent, materialHashOf, writeMaterialVersion } from "#server/materials/write-version.ts";
import { indexMaterial } from "#server/search/index-material.ts";
import type { ContentMaterial, ContentPack } from "./content-pack.ts";
import type { LoadCounts } from "./load-content.ts";

const contentOf = ({ collection, title, titleEn, summary, summaryEn, body, tags, source }: ContentMaterial): MaterialContent => ({
  collection,
  title,
  titleEn,
  summary,
  summaryEn,
  body,
  tags,
  sourceName: source.name,
  sourceDate: source.date,
  sourceNote: source.note,
});

async function listStored(tx: Tx, slugs: string[]) {
  const latest = sql`(select max(v.number) from material_versions v where v.material_id = ${materials.id})`;
  return tx
    .select({
      id: materials.id,
      slug: materials.slug,
      archivedAt: materials.archivedAt,
      number: materialVersions.number,
      hash: materialVersions.contentHash,
      author: materialVersions.createdBy,
    })
    .from(materials)
    .innerJoin(materialVersions, sql`${materialVersions.materialId} = ${materials.id} and ${materialVersions.number} = ${latest}`)
    .where(inArray(materials.slug, slugs));
}

/** The texts of a pack; `idOf` gives a material's number by its slug. */
export async function loadMaterials(tx: Tx, pack: ContentPack, now: Date): Promise<{ counts: LoadCounts; idOf: Map<string, number> }> {
  const counts: LoadCounts = { added: 0, changed: 0, untouched: 0, kept: 0 };
  const stored = new Map(
    (
      await listStored(
        tx,
        pack.materials.map(({ slug }) => slug),
      )
    ).map((row) => [row.slug, row]),
  );
  const idOf = new Map<string, number>();
  for (const material of pack.materials) {
    const content = contentOf(material);
    const before = stored.get(material.slug);
    const id = before?.id ?? (await addMaterial(tx, material.slug, now));
    idOf.set(material.slug, id);
    if (before?.hash === materialHashOf(content)) counts.untouched += 1;
    else if (before && (before.author !== null || before.archivedAt !== null)) counts.kept += 1;
    else {
      const publishedVersionId = await writeMaterialVersion(tx, id, (before?.number ?? 0) + 1, content, { createdBy: null, now });
      await tx.update(materials).set({ publishedVersionId, collection: material.collection }).where(eq(materials.id, id));
      if (before) await askReAnchor(tx, { materialId: id, versionId: publishedVersionId }, now);
      await indexMaterial(tx, id);
      counts[before ? "changed" : "added"] += 1;
    }
  }
  return { counts, idOf };
}

async function addMaterial(tx: Tx, slug: string, createdAt: Date): Promise<number> {
  const [made] = await tx.insert(materials).values({ slug, createdAt }).returning({ id: materials.id });
  return (made as { id: number }).id;
}
