import { sql } from "drizzle-orm";
import { z } from "zod";
import { readings } from "#db/schema/materials.ts";
import { can } from "#domain/access.ts";
import { command, fieldRefusal } from "#server/verb.ts";
import { blocksOf } from "./blocks-of.ts";
import { findReadable } from "./find-readable.ts";
import { paragraphSchema, slugSchema } from "./material-fields.ts";
import { settleReading } from "./settle-reading.ts";

/** Keeps the paragraph where a reader stopped, and nothing about how long that took. The later of two saves stands. */
export const saveReadingPlace = command({
  at: "POST /api/materials/:slug/place",
  input: z.strictObject({ slug: slugSchema, paragraph: paragraphSchema }),
  output: z.object({ paragraph: z.string(), savedAt: z.date() }),
  refusals: ["no-such-passage"],
  door: "play",
  load: async (tx, { slug }, { viewer }) => {
    const found = await findReadable(tx, slug, viewer);
    return found && { ...found, published: true };
  },
  may: can.readMaterial,
  async run(tx, { materialId, version }, { paragraph }, { viewer, now }) {
    const blocks = [...blocksOf(version), ...blocksOf(version, true)];
    if (!blocks.some((block) => block.id === paragraph)) throw fieldRefusal("paragraph", "no-such-passage");
    await tx
      .insert(readings)
      .values({ personId: viewer.personId, materialId, versionId: version.id, paragraph, savedAt: now })
      .onConflictDoUpdate({
        target: [readings.personId, readings.materialId],
        set: { versionId: version.id, paragraph, savedAt: now },
        setWhere: sql`${readings.savedAt} <= excluded.saved_at`,
      });
    // Where the last question without a right answer has been retired, nothing else would say that the reading is complete.
    await settleReading(tx, { personId: viewer.personId, materialId, versionId: version.id, now });
    return { paragraph, savedAt: now };
  },
});
