import { eq } from "drizzle-orm";
import { z } from "zod";
import { materials } from "#db/schema/materials.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { command } from "#server/verb.ts";
import { latestVersion, lockMaterial, refuseSameText } from "./find-material.ts";
import { materialFields, slugSchema } from "./material-fields.ts";
import { renderBlocks } from "./render-markdown.ts";
import { materialHashOf, writeMaterialVersion } from "./write-version.ts";

/** Writes the next wording of a text. Members go on reading the published one until this one is published. */
export const editMaterial = command({
  at: "POST /api/desk/materials/:slug/edit",
  input: z.strictObject({
    ...materialFields,
    slug: slugSchema,
    /** The number of the wording that was edited. */
    from: z.coerce.number().int().min(1),
  }),
  output: z.object({ slug: z.string(), number: z.number(), changed: z.boolean() }),
  refusals: ["material-changed", "already-in-library", "text-nested"],
  door: "desk",
  load: (tx, { slug }) => lockMaterial(tx, slug),
  may: can.editMaterial,
  async run(tx, { id, slug, branchId }, { slug: _slug, from, ...content }, context) {
    const { viewer, now } = context;
    const latest = await latestVersion(tx, id);
    if (latest.number !== from) throw new Refusal("material-changed", { number: latest.number });
    if (latest.contentHash === materialHashOf(content)) return { slug, number: latest.number, changed: false };
    renderBlocks(content.body); // refuses a text that cannot be shown
    await refuseSameText(tx, content.body, id);
    const number = latest.number + 1;
    await writeMaterialVersion(tx, id, number, content, { createdBy: viewer.personId, now });
    await tx.update(materials).set({ collection: content.collection }).where(eq(materials.id, id));
    await writeAudit(tx, {
      context,
      action: "material.edit",
      object: "material",
      objectId: id,
      branchId,
      before: { number: latest.number, title: latest.title, characters: latest.characters },
      after: { number, title: content.title },
    });
    return { slug, number, changed: true };
  },
});
