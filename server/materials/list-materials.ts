import { and, arrayContains, count, desc, eq, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { materials, materialVersions, readings } from "#db/schema/materials.ts";
import { branches } from "#db/schema/people.ts";
import { outcomes } from "#db/schema/programmes.ts";
import { can } from "#domain/access.ts";
import { blankable, lineSchema, pageSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { visibleTo } from "./visible-materials.ts";

const PAGE_SIZE = 50;
const facet = z.object({ name: z.string(), count: z.number() });
const item = z.object({
  slug: z.string(),
  title: z.string(),
  titleEn: z.string(),
  summary: z.string(),
  summaryEn: z.string(),
  collection: z.string(),
  tags: z.array(z.string()),
  characters: z.number(),
  publishedAt: z.date(),
  /** The paragraph where the reader stopped, and when; null: not begun. */
  resume: z.string().nullable(),
  readAt: z.date().nullable(),
  /** When the reader completed it, in whatever wording. */
  completedAt: z.date().nullable(),
});

const isPublished = eq(materialVersions.id, materials.publishedVersionId);

const isOwnOutcome = (personId: number) =>
  and(eq(outcomes.kind, "material"), eq(outcomes.subjectId, materials.id), eq(outcomes.personId, personId));

function matching(typed: string): SQL | undefined {
  const has = (text: unknown) => sql`strpos(lower(${text}), lower(${typed}::text)) > 0`;
  const { title, titleEn, summary, tags } = materialVersions;
  return or(has(title), has(titleEn), has(summary), has(sql`array_to_string(${tags}, ' ')`));
}

/** What the filters of the page offer, of all the viewer may read. */
async function facetsOf(db: Db, visible: SQL | undefined) {
  const rows = await db
    .select({ collection: materials.collection, tags: materialVersions.tags })
    .from(materials)
    .innerJoin(materialVersions, isPublished)
    .leftJoin(branches, eq(branches.id, materials.branchId))
    .where(visible);
  const counted = (names: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const name of names) if (name !== "") counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts]
      .map(([name, times]) => ({ name, count: times }))
      .sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1));
  };
  return { collections: counted(rows.map((row) => row.collection)), tags: counted(rows.flatMap((row) => row.tags)).slice(0, 60) };
}

/** The study texts the viewer may read, newest first, 50 a page, with where the viewer stopped in each. */
export const listMaterials = query({
  at: "GET /api/materials",
  input: z.strictObject({
    collection: blankable(lineSchema(60)),
    tag: blankable(lineSchema(30)),
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
  door: "play",
  may: can.beSignedIn,
  async run(db, { collection, tag, q, page }, { viewer }) {
    const visible = visibleTo(viewer);
    const where = and(
      visible,
      collection === undefined ? undefined : eq(materials.collection, collection),
      tag === undefined ? undefined : arrayContains(materialVersions.tags, [tag]),
      q === undefined ? undefined : matching(q),
    );
    const { title, titleEn, summary, summaryEn, tags, characters, createdAt: publishedAt } = materialVersions;
    const { slug, collection: shelf } = materials;
    const items = await db
      .select({
        slug,
        title,
        titleEn,
        summary,
        summaryEn,
        collection: shelf,
        tags,
        characters,
        publishedAt,
        resume: readings.paragraph,
        readAt: readings.savedAt,
        completedAt: outcomes.completedAt,
      })
      .from(materials)
      .innerJoin(materialVersions, isPublished)
      .leftJoin(branches, eq(branches.id, materials.branchId))
      .leftJoin(readings, and(eq(readings.materialId, materials.id), eq(readings.personId, viewer.personId)))
      .leftJoin(outcomes, isOwnOutcome(viewer.personId))
      .where(where)
      .orderBy(desc(publishedAt), desc(materials.id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE);
    const [counted] = await db
      .select({ total: count() })
      .from(materials)
      .innerJoin(materialVersions, isPublished)
      .leftJoin(branches, eq(branches.id, materials.branchId))
      .where(where);
    const total = counted?.total ?? 0;
    return { items, total, page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)), ...(await facetsOf(db, visible)) };
  },
});
