import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { files } from "#db/schema/files.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { idSchema } from "#server/input-schemas.ts";
import { lockMaterial } from "#server/materials/find-material.ts";
import { slugSchema } from "#server/materials/material-fields.ts";
import { command } from "#server/verb.ts";

/** Takes a file out of a text's list. Wordings that show it go on showing it: history stays whole. */
export const removeFile = command({
  at: "POST /api/desk/materials/:slug/files/:id/remove",
  input: z.strictObject({ slug: slugSchema, id: idSchema }),
  output: z.object({ id: z.number() }),
  door: "desk",
  load: (tx, { slug }) => lockMaterial(tx, slug),
  may: can.editMaterial,
  async run(tx, material, { id }, context) {
    const removed = await tx
      .update(files)
      .set({ removedAt: context.now })
      .where(and(eq(files.id, id), eq(files.materialId, material.id), isNull(files.removedAt)))
      .returning({ name: files.name });
    const [file] = removed;
    if (!file) return { id };
    const { slug, branchId } = material;
    await writeAudit(tx, {
      context,
      action: "material.detach",
      object: "material",
      objectId: material.id,
      branchId,
      before: { slug, file: id, name: file.name },
    });
    return { id };
  },
});
