import { eq } from "drizzle-orm";
import { z } from "zod";
import { materials } from "#db/schema/materials.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { command } from "#server/verb.ts";
import { latestVersion, lockMaterial } from "./find-material.ts";
import { slugSchema } from "./material-fields.ts";

/** Lays the newest wording before a second person. Doing it twice is doing it once. */
export const submitMaterial = command({
  at: "POST /api/desk/materials/:slug/submit",
  input: z.strictObject({ slug: slugSchema }),
  output: z.object({ slug: z.string(), number: z.number() }),
  refusals: ["nothing-to-review"],
  door: "desk",
  load: (tx, { slug }) => lockMaterial(tx, slug),
  may: can.editMaterial,
  async run(tx, { id, slug, branchId, reviewVersionId, publishedVersionId }, _input, context) {
    const { id: versionId, number } = await latestVersion(tx, id);
    if (versionId === publishedVersionId) throw new Refusal("nothing-to-review");
    if (versionId === reviewVersionId) return { slug, number };
    await tx.update(materials).set({ reviewVersionId: versionId }).where(eq(materials.id, id));
    await writeAudit(tx, { context, action: "material.submit", object: "material", objectId: id, branchId, after: { slug, number } });
    return { slug, number };
  },
});
