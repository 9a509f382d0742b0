import { eq } from "drizzle-orm";
import { database } from "#db/client.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { materialChecks } from "#db/schema/reviews.ts";

let made = 0;

/** The next published wording of a text, with these questions in it, each after its paragraph. */
export async function aWording(
  materialId: number,
  number: number,
  checks: readonly (readonly [number, string])[],
  body: string,
): Promise<number> {
  const desk = database("desk");
  const [version] = await desk
    .insert(materialVersions)
    .values({ materialId, number, title: `文${materialId}`, body, characters: body.length, contentHash: `${materialId}/${number}` })
    .returning({ id: materialVersions.id });
  const versionId = version?.id as number;
  for (const [place, [questionId, after]] of checks.entries())
    await desk.insert(materialChecks).values({ versionId, place, questionId, after });
  await desk.update(materials).set({ publishedVersionId: versionId }).where(eq(materials.id, materialId));
  return versionId;
}

/** A published text of three paragraphs, with questions in it. */
export async function aText(
  checks: readonly (readonly [number, string])[] = [],
  { branchId, collection = "" }: { branchId?: number; collection?: string } = {},
) {
  const slug = `text-${++made}`;
  const [row] = await database("desk")
    .insert(materials)
    .values({ slug, collection, branchId: branchId ?? null })
    .returning({ id: materials.id });
  const materialId = row?.id as number;
  const versionId = await aWording(materialId, 1, checks, `第一段${made}。\n\n第二段。\n\n第三段。`);
  return { slug, materialId, versionId };
}
