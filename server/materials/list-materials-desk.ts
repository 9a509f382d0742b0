import { and, count, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { branches, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import { blankable, lineSchema, pageSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { editableBy } from "./visible-materials.ts";

const PAGE_SIZE = 50;
export const MATERIAL_STATES = ["published", "unpublished", "archived"] as const;
type MaterialState = (typeof MATERIAL_STATES)[number];

const STATE_IS: Record<MaterialState, () => SQL | undefined> = {
  archived: () => isNotNull(materials.archivedAt),
  published: () => and(isNull(materials.archivedAt), isNotNull(materials.publishedVersionId)),
  unpublished: () => and(isNull(materials.archivedAt), isNull(materials.publishedVersionId)),
};

/** Where a material stands: shown to members, not yet, or no longer. */
export function materialStateOf(material: { archivedAt: Date | null; publishedVersionId: number | null }): MaterialState {
  if (material.archivedAt !== null) return "archived";
  return material.publishedVersionId === null ? "unpublished" : "published";
}

const item = z.object({
  slug: z.string(),
  title: z.string(),
  collection: z.string(),
  tags: z.array(z.string()),
  characters: z.number(),
  state: z.enum(MATERIAL_STATES),
  number: z.number(),
  publishedNumber: z.number().nullable(),
  questions: z.number(),
  branchName: z.string().nullable(),
  editedAt: z.date(),
  editedBy: z.string().nullable(),
});

const isLatest = sql`${materialVersions.materialId} = ${materials.id} and ${materialVersions.number} =
  (select max(v.number) from material_versions v where v.material_id = ${materials.id})`;
const publishedNumber = sql<number | null>`(select v.number from material_versions v where v.id = ${materials.publishedVersionId})`;
/** How many questions in use or in the making are answered by the text. The table is spelled out: alone in a query, a column would lose its name. */
export const questionsAbout = sql<number>`(select count(*)::int from questions q join question_keys k on k.version_id = q.latest_version_id
  where k.material_id = materials.id and q.state <> 'retired')`;

/** The library as its editors see it: newest wordings, what is published of them, 50 a page. */
export const listMaterialsDesk = query({
  at: "GET /api/desk/materials",
  input: z.strictObject({
    collection: blankable(lineSchema(60)),
    state: blankable(z.enum(MATERIAL_STATES)),
    q: blankable(lineSchema(60)),
    page: pageSchema,
  }),
  output: z.object({
    items: z.array(item),
    total: z.number(),
    page: z.number(),
    pages: z.number(),
    collections: z.array(z.object({ name: z.string(), count: z.number() })),
  }),
  door: "desk",
  may: can.seeMaterialsDesk,
  async run(db, { collection, state, q, page }, { viewer }) {
    const { slug, collection: shelf, archivedAt, publishedVersionId } = materials;
    const { title, tags, characters, number, createdAt: editedAt } = materialVersions;
    const where = and(
      editableBy(viewer),
      collection === undefined ? undefined : eq(shelf, collection),
      state === undefined ? undefined : STATE_IS[state](),
      q === undefined ? undefined : sql`strpos(lower(${title}), lower(${q}::text)) > 0`,
    );
    const rows = await db
      .select({
        slug,
        collection: shelf,
        archivedAt,
        publishedVersionId,
        title,
        tags,
        characters,
        number,
        editedAt,
        publishedNumber,
        questions: questionsAbout,
        branchName: branches.name,
        editedBy: people.name,
      })
      .from(materials)
      .innerJoin(materialVersions, isLatest)
      .leftJoin(branches, eq(branches.id, materials.branchId))
      .leftJoin(people, eq(people.id, materialVersions.createdBy))
      .where(where)
      .orderBy(desc(editedAt), desc(materials.id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE);
    const shelves = db.select({ name: shelf, count: count() }).from(materials).leftJoin(branches, eq(branches.id, materials.branchId));
    const collections = await shelves.where(editableBy(viewer)).groupBy(shelf).orderBy(desc(count()), shelf);
    const totals = db.select({ total: count() }).from(materials).innerJoin(materialVersions, isLatest);
    const [counted] = await totals.leftJoin(branches, eq(branches.id, materials.branchId)).where(where);
    const total = counted?.total ?? 0;
    return {
      items: rows.map((row) => ({ ...row, state: materialStateOf(row) })),
      total,
      page,
      pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
      collections,
    };
  },
});
