import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { readings } from "#db/schema/materials.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { query } from "#server/verb.ts";
import { blocksOf } from "./blocks-of.ts";
import { findReadable } from "./find-readable.ts";
import { blockSchema } from "./hast-schema.ts";
import { slugSchema } from "./material-fields.ts";

/** Characters an adult reads attentively in a minute; for "about n minutes" beside a title. */
const CHARACTERS_A_MINUTE = 400;

/** A study text as sanitised blocks, with its contents, its source and the paragraph to go on from. */
export const readMaterial = query({
  at: "GET /api/materials/:slug",
  input: z.strictObject({ slug: slugSchema }),
  output: z.object({
    slug: z.string(),
    title: z.string(),
    titleEn: z.string(),
    summary: z.string(),
    summaryEn: z.string(),
    collection: z.string(),
    tags: z.array(z.string()),
    characters: z.number(),
    minutes: z.number(),
    number: z.number(),
    publishedAt: z.date(),
    source: z.object({ name: z.string(), date: z.string(), note: z.string() }),
    blocks: z.array(blockSchema),
    headings: z.array(blockSchema.pick({ id: true, depth: true, text: true })),
    paragraphs: z.number(),
    resume: z.string().nullable(),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { slug }, { viewer }) {
    const found = await findReadable(db, slug, viewer);
    if (!found) throw new Refusal("not-found");
    const { version, materialId, collection } = found;
    const blocks = [...blocksOf(version)];
    const [reading] = await db
      .select({ paragraph: readings.paragraph })
      .from(readings)
      .where(and(eq(readings.personId, viewer.personId), eq(readings.materialId, materialId)));
    return {
      ...version,
      slug,
      collection,
      minutes: Math.max(1, Math.round(version.characters / CHARACTERS_A_MINUTE)),
      publishedAt: version.createdAt,
      source: { name: version.sourceName, date: version.sourceDate, note: version.sourceNote },
      blocks,
      headings: blocks.filter((block) => block.kind === "heading"),
      paragraphs: blocks.filter((block) => block.kind === "block").length,
      // A new wording may have fewer paragraphs than the one that was being read.
      resume: blocks.find((block) => block.id === reading?.paragraph)?.id ?? null,
    };
  },
});
