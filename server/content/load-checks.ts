import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { questions } from "#db/schema/questions.ts";
import { materialChecks } from "#db/schema/reviews.ts";
import { chosenChecks } from "./chosen-checks.ts";
import type { ContentPack } from "./content-pack.ts";

type Row = typeof materialChecks.$inferInsert;
const textOf = (rows: readonly Row[]): string => JSON.stringify(rows.map(({ questionId, after }) => [questionId, after]));

/** Puts the questions of a pack into its texts. Wordings that people wrote keep the questions that people chose. */
export async function loadChecks(tx: Tx, pack: ContentPack): Promise<void> {
  const slugs = pack.materials.map(({ slug }) => slug);
  const wordings = await tx
    .select({ slug: materials.slug, versionId: materialVersions.id })
    .from(materials)
    .innerJoin(materialVersions, eq(materialVersions.id, materials.publishedVersionId))
    .where(and(inArray(materials.slug, slugs), isNull(materialVersions.createdBy)));
  const refs = pack.materials.flatMap(({ slug, questions: list }) => list.map(({ id }) => `${slug}/${id}`));
  const known = await tx.select({ id: questions.id, ref: questions.ref }).from(questions).where(inArray(questions.ref, refs));
  const idOf = new Map(known.map(({ id, ref }) => [ref, id]));
  for (const { slug, versionId } of wordings) {
    const material = pack.materials.find((one) => one.slug === slug);
    const chosen = material ? chosenChecks(material) : [];
    const wanted = chosen.map(({ id, after }, place): Row => ({ versionId, place, questionId: idOf.get(`${slug}/${id}`) ?? 0, after }));
    const stored = await tx.select().from(materialChecks).where(eq(materialChecks.versionId, versionId)).orderBy(asc(materialChecks.place));
    if (textOf(stored) === textOf(wanted)) continue;
    await tx.delete(materialChecks).where(eq(materialChecks.versionId, versionId));
    await tx.insert(materialChecks).values(wanted);
  }
}
