import { and, desc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { branches, people } from "#db/schema/people.ts";
import { reflections } from "#db/schema/reflections.ts";
import { can } from "#domain/access.ts";
import type { Member } from "#domain/people/viewer.ts";
import { pageSchema } from "#server/input-schemas.ts";
import { query } from "#server/verb.ts";
import { visibleReflections } from "./visible-reflections.ts";

const PAGE_SIZE = 20;
const viewSchema = z.enum(["mine", "branch", "recommended", "kept"]);

function narrowed(view: z.output<typeof viewSchema>, { personId }: Member): SQL | undefined {
  if (view === "mine") return eq(reflections.personId, personId);
  if (view === "recommended") return isNotNull(reflections.recommendedAt);
  if (view === "kept")
    return sql`exists (select 1 from reflection_keeps k where k.reflection_id = ${reflections.id} and k.person_id = ${personId})`;
  return isNotNull(reflections.handedInAt);
}

/** Pieces of writing: the own, those handed in within reach, those recommended, those kept. The newest first, never by a count. */
export const listReflections = query({
  at: "GET /api/reflections",
  input: z.strictObject({ view: viewSchema.default("mine"), page: pageSchema }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.number(),
        title: z.string(),
        author: z.object({ name: z.string(), branch: z.string() }),
        mine: z.boolean(),
        characters: z.number(),
        savedAt: z.date(),
        handedInAt: z.date().nullable(),
        recommended: z.boolean(),
        collected: z.boolean(),
        material: z.string().nullable(),
        comments: z.number(),
      }),
    ),
    total: z.number(),
    page: z.number(),
    pageSize: z.number(),
  }),
  door: "play",
  may: can.beSignedIn,
  async run(db, { view, page }, { viewer }) {
    const { id, title, characters, savedAt, handedInAt } = reflections;
    const where = and(visibleReflections(viewer), narrowed(view, viewer));
    const [counted] = await db
      .select({ total: sql<number>`count(*)::int` })
      .from(reflections)
      .innerJoin(branches, eq(branches.id, reflections.branchId))
      .where(where);
    const items = await db
      .select({
        ...{ id, title, characters, savedAt, handedInAt },
        author: { name: people.name, branch: branches.name },
        mine: sql<boolean>`${reflections.personId} = ${viewer.personId}`,
        recommended: sql<boolean>`${reflections.recommendedAt} is not null`,
        collected: sql<boolean>`${reflections.collectedAt} is not null`,
        material: materialVersions.title,
        comments: sql<number>`(select count(*)::int from reflection_comments c where c.reflection_id = ${id} and c.deleted_at is null)`,
      })
      .from(reflections)
      .innerJoin(branches, eq(branches.id, reflections.branchId))
      .innerJoin(people, eq(people.id, reflections.personId))
      .leftJoin(materials, eq(materials.id, reflections.materialId))
      .leftJoin(materialVersions, eq(materialVersions.id, materials.publishedVersionId))
      .where(where)
      .orderBy(desc(sql`coalesce(${handedInAt}, ${savedAt})`), desc(id))
      .limit(PAGE_SIZE)
      .offset((page - 1) * PAGE_SIZE);
    const total = counted?.total ?? 0;
    return { items, total, page, pageSize: PAGE_SIZE };
  },
});
