import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { materials } from "#db/schema/materials.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { placeOf } from "#server/branches/place-of.ts";
import { flagSchema, idSchema } from "#server/input-schemas.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { checksOf, placeChecks } from "./check-fields.ts";
import { type DeskMaterial, latestVersion, lockMaterial, refuseSameText } from "./find-material.ts";
import { audienceTagsSchema, materialFields, slugSchema } from "./material-fields.ts";
import { renderBlocks } from "./render-markdown.ts";
import { type MaterialContent, materialHashOf, writeMaterialVersion } from "./write-version.ts";

/** Whose it is to be: left out, it stays; "" is everybody. To another branch goes only what its editor may edit there too. */
async function placeWanted(tx: Tx, material: DeskMaterial, wanted: number | "" | undefined, viewer: Member): Promise<number | null> {
  if (wanted === undefined || wanted === (material.branchId ?? "")) return material.branchId;
  const place = await placeOf(tx, wanted === "" ? undefined : wanted);
  if (!place || !can.editMaterial(viewer, place)) throw fieldRefusal("branchId", "not-found");
  return place.id;
}

/**
 * Writes the next wording of a text, and where it belongs. Members go on reading the published one until a second person has passed this one;
 * whose it is (branch, tags, collection) changes at once. Its questions stay with their paragraphs; `lost` counts those that could not.
 */
export const editMaterial = command({
  at: "POST /api/desk/materials/:slug/edit",
  input: z.strictObject({
    ...materialFields,
    slug: slugSchema,
    branchId: z.union([z.literal(""), idSchema]).optional(),
    audienceTags: audienceTagsSchema,
    submit: flagSchema.default(false),
    /** The number of the wording that was edited. */
    from: z.coerce.number().int().min(1),
  }),
  output: z.object({ slug: z.string(), number: z.number(), changed: z.boolean(), lost: z.number() }),
  refusals: ["material-changed", "already-in-library", "text-nested", "check-twice", "check-unknown"],
  door: "desk",
  load: (tx, { slug }) => lockMaterial(tx, slug),
  may: can.editMaterial,
  async run(
    tx,
    material,
    { slug: _slug, from, branchId: branch, audienceTags = [...material.audienceTags], submit, checks: given, ...fields },
    context,
  ) {
    const { id, slug } = material;
    const { viewer, now } = context;
    const latest = await latestVersion(tx, id);
    if (latest.number !== from) throw new Refusal("material-changed", { number: latest.number });
    const branchId = await placeWanted(tx, material, branch, viewer);
    const blocks = renderBlocks(fields.body); // refuses a text that cannot be shown
    renderBlocks(fields.bodyEn);
    const stood = await checksOf(tx, latest);
    const held = stood.map(({ questionId }) => questionId);
    const { checks, lost } = await placeChecks(tx, { wanted: given ?? stood, held, blocks, viewer });
    const content: MaterialContent = { ...fields, checks };
    const isNew = latest.contentHash !== materialHashOf(content);
    const isPlaced = branchId !== material.branchId || audienceTags.join() !== material.audienceTags.join();
    if (isNew) await refuseSameText(tx, fields.body, id);
    const number = isNew ? latest.number + 1 : latest.number;
    const versionId = isNew ? await writeMaterialVersion(tx, id, number, content, { createdBy: viewer.personId, now }) : latest.id;
    const waits = submit && versionId !== material.publishedVersionId;
    // A wording that waited is no longer the newest: its author means the new one.
    const reviewVersionId = waits ? versionId : isNew ? null : material.reviewVersionId;
    const isMoved = isNew || isPlaced || reviewVersionId !== material.reviewVersionId;
    if (!isMoved) return { slug, number, changed: false, lost };
    await tx.update(materials).set({ collection: fields.collection, branchId, audienceTags, reviewVersionId }).where(eq(materials.id, id));
    await writeAudit(tx, {
      context,
      action: "material.edit",
      object: "material",
      objectId: id,
      branchId,
      before: { number: latest.number, title: latest.title, branchId: material.branchId, audienceTags: material.audienceTags },
      after: { number, title: fields.title, branchId, audienceTags, submitted: waits },
    });
    return { slug, number, changed: true, lost };
  },
});
