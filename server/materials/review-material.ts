import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { materialReviews, materials, materialVersions } from "#db/schema/materials.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { Refusal } from "#domain/refusal.ts";
import { writeAudit } from "#server/audit/write-audit.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { type DeskMaterial, lockMaterial } from "./find-material.ts";
import { freeText, slugSchema } from "./material-fields.ts";
import { showVersion } from "./show-version.ts";

type Waiting = DeskMaterial & { createdBy: number | null; waits: { id: number; number: number } | null };

/** The text with the wording that waits; that its author is asking is said in words of its own. */
async function loadForReview(tx: Tx, slug: string, viewer: Member): Promise<Waiting | undefined> {
  const material = await lockMaterial(tx, slug);
  if (!material) return undefined;
  const { id, number, createdBy } = materialVersions;
  const rows = await tx
    .select({ id, number, createdBy })
    .from(materialVersions)
    .where(eq(id, material.reviewVersionId ?? 0));
  const [waits = null] = rows;
  if (waits?.createdBy === viewer.personId && can.reviewMaterial(viewer, { ...material, createdBy: null }))
    throw new Refusal("own-wording");
  return { ...material, createdBy: waits?.createdBy ?? null, waits };
}

/** A second person shows members the wording that was read, or returns it with a note. */
export const reviewMaterial = command({
  at: "POST /api/desk/materials/:slug/review",
  input: z.strictObject({
    slug: slugSchema,
    /** The number of the wording that was read. */
    number: z.coerce.number().int().min(1),
    verdict: z.enum(["publish", "return"]),
    note: freeText(1_000),
  }),
  output: z.object({ slug: z.string(), number: z.number(), verdict: z.enum(["publish", "return"]) }),
  refusals: ["own-wording", "wording-not-in-review", "material-changed", "note-missing"],
  door: "desk",
  load: (tx, { slug }, { viewer }) => loadForReview(tx, slug, viewer),
  may: can.reviewMaterial,
  async run(tx, { id, slug, branchId, waits }, { number, verdict, note }, context) {
    if (!waits) throw new Refusal("wording-not-in-review");
    if (waits.number !== number) throw new Refusal("material-changed", { number: waits.number });
    if (verdict === "return" && note === "") throw fieldRefusal("note", "note-missing");
    const publishes = verdict === "publish";
    const review = { versionId: waits.id, reviewerId: context.viewer.personId, note, reviewedAt: context.now };
    await tx.insert(materialReviews).values({ ...review, verdict: publishes ? "published" : "returned" });
    await tx.update(materials).set({ reviewVersionId: null }).where(eq(materials.id, id));
    if (publishes) await showVersion(tx, { materialId: id, versionId: waits.id }, context.now);
    await writeAudit(tx, { context, action: `material.${verdict}`, object: "material", objectId: id, branchId, after: { slug, number } });
    return { slug, number, verdict };
  },
});
