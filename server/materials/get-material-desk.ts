import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { query } from "#server/verb.ts";
import { blocksOf } from "./blocks-of.ts";
import { findMaterial, latestVersion } from "./find-material.ts";
import { blockSchema } from "./hast-schema.ts";
import { MATERIAL_STATES, materialStateOf, questionsAbout } from "./list-materials-desk.ts";
import { slugSchema } from "./material-fields.ts";

const text = z.object({
  number: z.number(),
  title: z.string(),
  titleEn: z.string(),
  summary: z.string(),
  summaryEn: z.string(),
  body: z.string(),
  tags: z.array(z.string()),
  sourceName: z.string(),
  sourceDate: z.string(),
  sourceNote: z.string(),
  characters: z.number(),
});

async function listVersions(db: Db, materialId: number) {
  const { id, number, title, characters, createdAt } = materialVersions;
  return db
    .select({ id, number, title, characters, createdAt, createdBy: people.name })
    .from(materialVersions)
    .leftJoin(people, eq(people.id, materialVersions.createdBy))
    .where(eq(materialVersions.materialId, materialId))
    .orderBy(desc(number));
}

/** One text for its editors: the newest wording as written and as members would see it, and the wordings before. */
export const getMaterialDesk = query({
  at: "GET /api/desk/materials/:slug",
  input: z.strictObject({ slug: slugSchema }),
  output: z.object({
    slug: z.string(),
    branchId: z.number().nullable(),
    branchName: z.string().nullable(),
    collection: z.string(),
    state: z.enum(MATERIAL_STATES),
    archivedAt: z.date().nullable(),
    publishedNumber: z.number().nullable(),
    latest: text,
    blocks: z.array(blockSchema),
    versions: z.array(
      z.object({
        number: z.number(),
        title: z.string(),
        characters: z.number(),
        createdAt: z.date(),
        createdBy: z.string().nullable(),
        published: z.boolean(),
      }),
    ),
    questions: z.number(),
  }),
  door: "desk",
  may: can.seeMaterialsDesk,
  async run(db, { slug }, { viewer }) {
    const material = await findMaterial(db, slug);
    if (!material || !can.editMaterial(viewer, material)) throw new Refusal("not-found");
    const latest = await latestVersion(db, material.id);
    const versions = await listVersions(db, material.id);
    const [counted] = await db.select({ questions: questionsAbout }).from(materials).where(eq(materials.id, material.id));
    return {
      ...material,
      state: materialStateOf(material),
      publishedNumber: versions.find((version) => version.id === material.publishedVersionId)?.number ?? null,
      latest,
      blocks: [...blocksOf(latest)],
      versions: versions.map((version) => ({ ...version, published: version.id === material.publishedVersionId })),
      questions: counted?.questions ?? 0,
    };
  },
});
