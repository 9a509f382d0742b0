import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { askReAnchor } from "#server/annotations/ask-re-anchor.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { blankable } from "#server/input-schemas.ts";
import { indexMaterial } from "#server/search/index-material.ts";
import { command } from "#server/verb.ts";
import { latestVersion, lockMaterial } from "./find-material.ts";
import { slugSchema } from "./material-fields.ts";

/** Shows members a wording of a text, the newest or, to go back, an older one. A withdrawn text returns by it. */
export const publishMaterial = command({
  at: "POST /api/desk/materials/:slug/publish",
  input: z.strictObject({ slug: slugSchema, number: blankable(z.coerce.number().int().min(1)) }),
  output: z.object({ slug: z.string(), number: z.number() }),
  door: "desk",
  load: (tx, { slug }) => lockMaterial(tx, slug),
  may: can.editMaterial,
  async run(tx, { id, slug, branchId, publishedVersionId, archivedAt }, { number: wanted }, context) {
    const number = wanted ?? (await latestVersion(tx, id)).number;
    const [version] = await tx
      .select({ id: materialVersions.id })
      .from(materialVersions)
      .where(and(eq(materialVersions.materialId, id), eq(materialVersions.number, number)));
    if (!version) throw new Refusal("not-found");
    if (version.id === publishedVersionId && archivedAt === null) return { slug, number };
    await tx.update(materials).set({ publishedVersionId: version.id, archivedAt: null }).where(eq(materials.id, id));
    await askReAnchor(tx, { materialId: id, versionId: version.id }, context.now);
    await indexMaterial(tx, id);
    await writeAudit(tx, { context, action: "material.publish", object: "material", objectId: id, branchId, after: { slug, number } });
    return { slug, number };
  },
});
