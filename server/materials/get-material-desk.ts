import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { materialReviews, materials, materialVersions } from "#db/schema/materials.ts";
import { people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { Refusal } from "#domain/refusal.ts";
import { fileSchema, filesOf } from "#server/files/list-files.ts";
import { query } from "#server/verb.ts";
import { blocksOf } from "./blocks-of.ts";
import { checksOf } from "./check-fields.ts";
import { findMaterial, latestVersion } from "./find-material.ts";
import { blockSchema } from "./hast-schema.ts";
import { MATERIAL_STATES, materialStateOf, questionsAbout } from "./list-materials-desk.ts";
import { questionsOf, textQuestionSchema } from "./list-text-questions.ts";
import { slugSchema } from "./material-fields.ts";
import { wasReviewed } from "./publish-material.ts";
import { renderBlocks } from "./render-markdown.ts";
import { findWaiting, waitingSchema } from "./waiting-wording.ts";

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
  bodyEn: z.string(),
  characters: z.number(),
});
const check = z.object({ questionId: z.number(), after: z.string(), words: z.string().optional() });
const review = z.object({
  number: z.number(),
  verdict: z.enum(["published", "returned"]),
  reviewer: z.string().nullable(),
  note: z.string(),
  reviewedAt: z.date(),
});

async function listVersions(db: Db, materialId: number) {
  const { id, number, title, characters, createdAt } = materialVersions;
  return db
    .select({ id, number, title, characters, createdAt, createdBy: people.name, reviewed: wasReviewed })
    .from(materialVersions)
    .leftJoin(people, eq(people.id, materialVersions.createdBy))
    .where(eq(materialVersions.materialId, materialId))
    .orderBy(desc(number));
}

async function listReviews(db: Db, materialId: number) {
  const { verdict, note, reviewedAt, reviewerId, versionId } = materialReviews;
  return db
    .select({ number: materialVersions.number, verdict, reviewer: people.name, note, reviewedAt })
    .from(materialReviews)
    .innerJoin(materialVersions, eq(materialVersions.id, versionId))
    .leftJoin(people, eq(people.id, reviewerId))
    .where(eq(materialVersions.materialId, materialId))
    .orderBy(desc(reviewedAt), desc(materialReviews.id));
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
    audienceTags: z.array(z.string()),
    state: z.enum(MATERIAL_STATES),
    archivedAt: z.date().nullable(),
    publishedNumber: z.number().nullable(),
    latest: text,
    blocks: z.array(blockSchema),
    blocksEn: z.array(blockSchema),
    /** The questions that stand in the newest wording, and all that can stand in it. */
    checks: z.array(check),
    textQuestions: z.array(textQuestionSchema),
    files: z.array(fileSchema),
    waiting: waitingSchema.nullable(),
    reviews: z.array(review),
    versions: z.array(
      z.object({
        number: z.number(),
        title: z.string(),
        characters: z.number(),
        createdAt: z.date(),
        createdBy: z.string().nullable(),
        published: z.boolean(),
        /** A second person passed it: members can be given it again. */
        reviewed: z.boolean(),
        waits: z.boolean(),
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
      blocksEn: renderBlocks(latest.bodyEn),
      checks: await checksOf(db, latest),
      textQuestions: await questionsOf(db, material.id, latest.id, viewer),
      files: await filesOf(db, material.id),
      waiting: await findWaiting(db, material, viewer),
      reviews: await listReviews(db, material.id),
      versions: versions.map((version) => ({
        ...version,
        published: version.id === material.publishedVersionId,
        waits: version.id === material.reviewVersionId,
      })),
      questions: counted?.questions ?? 0,
    };
  },
});
