import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { readings } from "#db/schema/materials.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { blankable } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { attachmentSchema, attachmentsOf } from "./attachments-of.ts";
import { blocksOf } from "./blocks-of.ts";
import { findReadable } from "./find-readable.ts";
import { blockSchema } from "./hast-schema.ts";
import { slugSchema } from "./material-fields.ts";
import { nextText, nextTextSchema } from "./next-text.ts";
import { checkSchema, readChecks } from "./read-checks.ts";
import { completedAtOf } from "./settle-reading.ts";

/** Characters an adult reads attentively in a minute; for "about n minutes" beside a title. */
const CHARACTERS_A_MINUTE = 400;

const LANGUAGES = ["zh", "en"] as const;

/** A study text as sanitised blocks, with its contents, its source, its questions, its files, how far one is, and where to go on. */
export const readMaterial = query({
  at: "GET /api/materials/:slug",
  /** The English variant is sent when it is asked for and there is one. */
  input: z.strictObject({ slug: slugSchema, language: blankable(z.enum(LANGUAGES)) }),
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
    readAt: z.date().nullable(),
    language: z.enum(LANGUAGES),
    languages: z.array(z.enum(LANGUAGES)).readonly(),
    checks: z.array(checkSchema),
    completedAt: z.date().nullable(),
    next: nextTextSchema,
    attachments: z.array(attachmentSchema),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { slug, language: wanted }, { viewer }) {
    const found = await findReadable(db, slug, viewer);
    if (!found) throw new Refusal("not-found");
    const { version, materialId, collection } = found;
    const { personId } = viewer;
    const isEnglish = wanted === "en" && version.bodyEn !== "";
    const blocks = [...blocksOf(version, isEnglish)];
    const [reading] = await db
      .select({ paragraph: readings.paragraph, savedAt: readings.savedAt })
      .from(readings)
      .where(and(eq(readings.personId, personId), eq(readings.materialId, materialId)));
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
      readAt: reading?.savedAt ?? null,
      language: isEnglish ? ("en" as const) : ("zh" as const),
      languages: version.bodyEn === "" ? (["zh"] as const) : LANGUAGES,
      checks: await readChecks(db, personId, materialId, version.id),
      completedAt: await completedAtOf(db, personId, materialId),
      next: await nextText(db, viewer, { materialId, collection, publishedAt: version.createdAt }),
      attachments: await attachmentsOf(db, materialId),
    };
  },
});
