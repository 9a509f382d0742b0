import { eq } from "drizzle-orm";
import { z } from "zod";
import { materials } from "#db/schema/materials.ts";
import { can } from "#domain/access.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { placeOf } from "#server/branches/place-of.ts";
import { blankable, flagSchema, idSchema } from "#server/input-schemas.ts";
import { nameConstraint } from "#server/name-constraint.ts";
import { indexMaterial } from "#server/search/index-material.ts";
import { command } from "#server/verb.ts";
import { refuseSameText } from "./find-material.ts";
import { materialFields, slugSchema } from "./material-fields.ts";
import { renderBlocks } from "./render-markdown.ts";
import { materialHashOf, writeMaterialVersion } from "./write-version.ts";

/** Puts a text into the library: for everybody or for one subtree, published at once or not. */
export const createMaterial = command({
  at: "POST /api/desk/materials",
  input: z.strictObject({
    ...materialFields,
    slug: blankable(slugSchema),
    branchId: blankable(idSchema),
    publish: flagSchema.default(false),
  }),
  output: z.object({ slug: z.string(), number: z.number() }),
  refusals: ["already-in-library", "slug-taken", "text-nested"],
  door: "desk",
  load: (tx, { branchId }) => placeOf(tx, branchId),
  may: can.editMaterial,
  async run(tx, place, { slug: chosen, branchId: _placed, publish, ...content }, context) {
    const { viewer, now } = context;
    renderBlocks(content.body); // refuses a text that cannot be shown
    await refuseSameText(tx, content.body);
    const slug = chosen ?? `m-${materialHashOf(content).slice(0, 8)}`;
    const [made] = await nameConstraint({ materials_slug_once: ["slug", "slug-taken"] }, () =>
      tx
        .insert(materials)
        .values({ slug, collection: content.collection, branchId: place.id, createdBy: viewer.personId, createdAt: now })
        .returning({ id: materials.id }),
    );
    const { id } = made as { id: number };
    const versionId = await writeMaterialVersion(tx, id, 1, content, { createdBy: viewer.personId, now });
    if (publish) await tx.update(materials).set({ publishedVersionId: versionId }).where(eq(materials.id, id));
    if (publish) await indexMaterial(tx, id);
    const after = { slug, title: content.title, collection: content.collection, number: 1, published: publish };
    await writeAudit(tx, { context, action: "material.create", object: "material", objectId: id, branchId: place.id, after });
    return { slug, number: 1 };
  },
});
