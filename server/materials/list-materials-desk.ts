// Above 150 lines: one list, with everything it can be narrowed by.
import { and, arrayContains, count, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { branches, people } from "#db/schema/people.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { blankable, lineSchema, pageSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { editableBy } from "./visible-materials.ts";

const PAGE_SIZE = 50;
export const MATERIAL_STATES = ["published", "in_review", "unpublished", "archived"] as const;
type MaterialState = (typeof MATERIAL_STATES)[number];

const STATE_IS: Record<MaterialState, () => SQL | undefined> = {
  archived: () => isNotNull(materials.archivedAt),
  published: () => and(isNull(materials.archivedAt), isNotNull(materials.publishedVersionId)),
  /** Also the new wording of a text that members read. */
  in_review: () => and(isNull(materials.archivedAt), isNotNull(materials.reviewVersionId)),
  unpublished: () => and(isNull(materials.archivedAt), isNull(materials.publishedVersionId), isNull(materials.reviewVersionId)),
};

type Standing = { archivedAt: Date | null; publishedVersionId: number | null; reviewVersionId: number | null };

/** Where a material stands: shown to members, waiting for a second person before it is first shown, not yet, or no longer. */
export function materialStateOf({ archivedAt, publishedVersionId, reviewVersionId }: Standing): MaterialState {
  if (archivedAt !== null) return "archived";
  if (publishedVersionId !== null) return "published";
  return reviewVersionId === null ? "unpublished" : "in_review";
}

const item = z.object({
  slug: z.string(),
  title: z.string(),
  collection: z.string(),
  tags: z.array(z.string()),
  characters: z.number(),
  audienceTags: z.array(z.string()),
  state: z.enum(MATERIAL_STATES),
  /** A wording waits for a second person. */
  waits: z.boolean(),
  number: z.number(),
  publishedNumber: z.number().nullable(),
  questions: z.number(),
  branchName: z.string().nullable(),
  editedAt: z.date(),
  editedBy: z.string().nullable(),
});

const facet = z.object({ name: z.string(), count: z.number() });

const isLatest = sql`${materialVersions.materialId} = ${materials.id} and ${materialVersions.number} =
  (select max(v.number) from material_versions v where v.material_id = ${materials.id})`;
const publishedNumber = sql<number | null>`(select v.number from material_versions v where v.id = ${materials.publishedVersionId})`;
/** How many questions in use or in the making are answered by the text. The table is spelled out: alone in a query, a column would lose its name. */
export const questionsAbout = sql<number>`(select count(*)::int from questions q join question_keys k on k.version_id = q.latest_version_id
  where k.material_id = materials.id and q.state <> 'retired')`;

type Filter = Partial<Record<"collection" | "tag" | "q", string>> & { state?: MaterialState | undefined; branch?: number | undefined };

function conditionsOf({ collection, state, tag, branch, q }: { [K in keyof Filter]?: Filter[K] | undefined }): (SQL | undefined)[] {
  return [
    collection === undefined ? undefined : eq(materials.collection, collection),
    state === undefined ? undefined : STATE_IS[state](),
    tag === undefined ? undefined : arrayContains(materialVersions.tags, [tag]),
    branch === 0 ? isNull(materials.branchId) : undefined,
    branch ? sql`starts_with(${branches.path}, (select b.path from branches b where b.id = ${branch}))` : undefined,
    q === undefined ? undefined : sql`strpos(lower(${materialVersions.title}), lower(${q}::text)) > 0`,
  ];
}

/** The tags the filter offers, of all the viewer may edit. */
async function tagsOf(db: Db, viewer: Member): Promise<{ name: string; count: number }[]> {
  const name = sql<string>`unnest(${materialVersions.tags})`.as("name");
  const all = db.select({ name }).from(materials).innerJoin(materialVersions, isLatest);
  const tagged = all.leftJoin(branches, eq(branches.id, materials.branchId)).where(editableBy(viewer)).as("tagged");
  return db.select({ name: tagged.name, count: count() }).from(tagged).groupBy(tagged.name).orderBy(desc(count()), tagged.name).limit(80);
}

/** The library as its editors see it: newest wordings, what is published of them, 50 a page. */
export const listMaterialsDesk = query({
  at: "GET /api/desk/materials",
  input: z.strictObject({
    collection: blankable(lineSchema(60)),
    state: blankable(z.enum(MATERIAL_STATES)),
    tag: blankable(lineSchema(30)),
    /** Texts of this branch and those below; 0: for everybody. */
    branch: blankable(z.coerce.number().int().min(0)),
    q: blankable(lineSchema(60)),
    page: pageSchema,
  }),
  output: z.object({
    items: z.array(item),
    total: z.number(),
    page: z.number(),
    pages: z.number(),
    collections: z.array(facet),
    tags: z.array(facet),
  }),
  door: "desk",
  may: can.seeMaterialsDesk,
  async run(db, { page, ...filter }, { viewer }) {
    const { slug, collection: shelf, audienceTags, archivedAt, publishedVersionId, reviewVersionId } = materials;
    const { title, tags, characters, number, createdAt: editedAt } = materialVersions;
    const where = and(editableBy(viewer), ...conditionsOf(filter));
    const rows = await db
      .select({
        slug,
        collection: shelf,
        audienceTags,
        archivedAt,
        publishedVersionId,
        reviewVersionId,
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
      items: rows.map((row) => ({ ...row, state: materialStateOf(row), waits: row.reviewVersionId !== null })),
      total,
      page,
      pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
      collections,
      tags: await tagsOf(db, viewer),
    };
  },
});
