import { eq } from "drizzle-orm";
import { z } from "zod";
import { materials } from "#db/schema/materials.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { reasonSchema } from "#server/input-schemas.ts";
import { indexMaterial } from "#server/search/index-material.ts";
import { command } from "#server/verb.ts";
import { lockMaterial } from "./find-material.ts";
import { slugSchema } from "./material-fields.ts";

/** Takes a text off the members' shelves. Its wordings, its questions and where people stopped reading stay. */
export const withdrawMaterial = command({
  at: "POST /api/desk/materials/:slug/withdraw",
  input: z.strictObject({ slug: slugSchema, reason: reasonSchema }),
  output: z.object({ slug: z.string() }),
  door: "desk",
  load: (tx, { slug }) => lockMaterial(tx, slug),
  may: can.editMaterial,
  async run(tx, { id, slug, branchId, archivedAt }, { reason }, context) {
    if (archivedAt !== null) return { slug };
    await tx.update(materials).set({ archivedAt: context.now }).where(eq(materials.id, id));
    await indexMaterial(tx, id);
    await writeAudit(tx, { context, action: "material.withdraw", object: "material", objectId: id, branchId, after: { slug }, reason });
    return { slug };
  },
});
