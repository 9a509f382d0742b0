import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { materialVersions } from "#db/schema/materials.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { blankable } from "#server/input-schemas.ts";
import { command } from "#server/verb.ts";
import { lockMaterial } from "./find-material.ts";
import { slugSchema } from "./material-fields.ts";
import { showVersion } from "./show-version.ts";

/** Whether a second person passed the wording: a review says so, or it came reviewed with the content pack (it has no author here).
 * Names are spelled out: alone in a query, a column would lose its table. */
export const wasReviewed = sql<boolean>`(material_versions.created_by is null or exists (
  select 1 from material_reviews r where r.version_id = material_versions.id and r.verdict = 'published'))`;

async function findVersion(tx: Tx, materialId: number, number: number | undefined, publishedVersionId: number | null) {
  const wanted = number === undefined ? eq(materialVersions.id, publishedVersionId ?? 0) : eq(materialVersions.number, number);
  const [version] = await tx
    .select({ id: materialVersions.id, number: materialVersions.number, reviewed: wasReviewed })
    .from(materialVersions)
    .where(and(eq(materialVersions.materialId, materialId), wanted));
  return version;
}

/** Gives members a wording again that a second person passed before: an older one, or the last one of a withdrawn text. New ones go by review. */
export const publishMaterial = command({
  at: "POST /api/desk/materials/:slug/publish",
  input: z.strictObject({ slug: slugSchema, number: blankable(z.coerce.number().int().min(1)) }),
  output: z.object({ slug: z.string(), number: z.number() }),
  refusals: ["wording-not-reviewed"],
  door: "desk",
  load: (tx, { slug }) => lockMaterial(tx, slug),
  may: can.editMaterial,
  async run(tx, { id, slug, branchId, publishedVersionId, archivedAt }, { number: wanted }, context) {
    const version = await findVersion(tx, id, wanted, publishedVersionId);
    if (!version) throw new Refusal(wanted === undefined ? "wording-not-reviewed" : "not-found");
    const { number } = version;
    if (version.id === publishedVersionId && archivedAt === null) return { slug, number };
    if (!version.reviewed && version.id !== publishedVersionId) throw new Refusal("wording-not-reviewed");
    await showVersion(tx, { materialId: id, versionId: version.id }, context.now);
    await writeAudit(tx, { context, action: "material.publish", object: "material", objectId: id, branchId, after: { slug, number } });
    return { slug, number };
  },
});
