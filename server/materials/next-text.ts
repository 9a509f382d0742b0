import { and, asc, desc, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { branches } from "#db/schema/people.ts";
import { programmeItems, programmeModules, programmes } from "#db/schema/programmes.ts";
import { tasks } from "#db/schema/tasks.ts";
import type { Member } from "#domain/people/viewer.ts";
import { visibleTo } from "./visible-materials.ts";

/** The text to go on with, and the programme that says so (null: the collection does). */
export const nextTextSchema = z
  .object({
    slug: z.string(),
    title: z.string(),
    titleEn: z.string(),
    programme: z.object({ slug: z.string(), title: z.string(), titleEn: z.string() }).nullable(),
  })
  .nullable();
type NextText = z.output<typeof nextTextSchema>;

type Here = Readonly<{ materialId: number; collection: string; publishedAt: Date }>;

const { slug, collection } = materials;
const { title, titleEn, createdAt } = materialVersions;
const isPublished = eq(materialVersions.id, materials.publishedVersionId);
/** Not completed yet by the viewer, and no other text than this. */
const unread = (viewer: Member, materialId: number): SQL | undefined =>
  and(
    visibleTo(viewer),
    ne(materials.id, materialId),
    sql`not exists (select 1 from outcomes o where o.person_id = ${viewer.personId} and o.kind = 'material' and o.subject_id = ${materials.id} and o.completed_at is not null)`,
  );

/** The first open reading, by place, of a programme in which the viewer has this text to read. */
async function nextOfProgramme(db: Db, viewer: Member, { materialId }: Here): Promise<NextText> {
  const isOpen = and(eq(tasks.personId, viewer.personId), isNull(tasks.doneAt), isNull(tasks.waivedAt), isNull(tasks.cancelledAt));
  const hasThis = sql`exists (select 1 from programme_items here join tasks own on own.item_id = here.id and own.person_id = ${viewer.personId}
    where here.programme_id = ${programmes.id} and here.material_id = ${materialId})`;
  const [row] = await db
    .select({ slug, title, titleEn, programme: { slug: programmes.slug, title: programmes.title, titleEn: programmes.titleEn } })
    .from(tasks)
    .innerJoin(programmeItems, eq(programmeItems.id, tasks.itemId))
    .innerJoin(programmeModules, eq(programmeModules.id, programmeItems.moduleId))
    .innerJoin(programmes, eq(programmes.id, programmeItems.programmeId))
    .innerJoin(materials, eq(materials.id, programmeItems.materialId))
    .innerJoin(materialVersions, isPublished)
    .leftJoin(branches, eq(branches.id, materials.branchId))
    .where(and(isOpen, hasThis, isNull(programmes.cancelledAt), unread(viewer, materialId)))
    .orderBy(asc(programmes.closesAt), asc(programmeModules.place), asc(programmeItems.place))
    .limit(1);
  return row ?? null;
}

/** The next unread text of the collection in the order of the list, the newest first; from its end on to its beginning. */
async function nextOfCollection(db: Db, viewer: Member, here: Here): Promise<NextText> {
  if (here.collection === "") return null;
  const isAfter = sql`(${createdAt}, ${materials.id}) < (${here.publishedAt.toISOString()}::timestamptz, ${here.materialId}::bigint)`;
  const [row] = await db
    .select({ slug, title, titleEn })
    .from(materials)
    .innerJoin(materialVersions, isPublished)
    .leftJoin(branches, eq(branches.id, materials.branchId))
    .where(and(eq(collection, here.collection), unread(viewer, here.materialId)))
    .orderBy(desc(isAfter), desc(createdAt), desc(materials.id))
    .limit(1);
  return row ? { ...row, programme: null } : null;
}

/** The text to go on with: of the programme one reads this in, else of its collection; null when all is read. */
export async function nextText(db: Db, viewer: Member, here: Here): Promise<NextText> {
  return (await nextOfProgramme(db, viewer, here)) ?? (await nextOfCollection(db, viewer, here));
}
