import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { programmeAudiences, programmeItems, programmeModules, programmes } from "#db/schema/programmes.ts";
import { ITEM_KINDS } from "#domain/programmes/item.ts";

/** A programme as reports name it. */
export const reportHead = z.object({
  id: z.number(),
  slug: z.string(),
  title: z.string(),
  titleEn: z.string(),
  kind: z.enum(["programme", "campaign", "template"]),
  opensAt: z.date(),
  closesAt: z.date(),
  branch: z.string(),
  modules: z.array(z.object({ id: z.number(), title: z.string(), titleEn: z.string() })),
  audiences: z.array(z.object({ id: z.number(), name: z.string(), nameEn: z.string() })),
});

/** A column of a report. What is not required is counted in its own column alone. */
export const reportItem = z.object({
  id: z.number(),
  moduleId: z.number(),
  kind: z.enum(ITEM_KINDS),
  title: z.string(),
  titleEn: z.string(),
  owner: z.enum(["person", "unit"]),
  isRequired: z.boolean(),
  dueAt: z.date().nullable(),
});
export type ReportItem = z.output<typeof reportItem>;

/** The items in force, and how many there ever were: what was withdrawn is in no report, though its tasks stand in the ledger. */
async function readItems(db: Db, programmeId: number, closesAt: Date): Promise<{ items: ReportItem[]; itemsEver: number }> {
  const { id, moduleId, kind, title, titleEn, owner, isRequired, dueAt } = programmeItems;
  const rows = await db
    .select({
      ...{ id, moduleId, kind, title, titleEn, owner, isRequired, dueAt, retiredAt: programmeItems.retiredAt },
      module: { closesAt: programmeModules.closesAt, retiredAt: programmeModules.retiredAt },
    })
    .from(programmeItems)
    .innerJoin(programmeModules, eq(programmeModules.id, moduleId))
    .where(eq(programmeItems.programmeId, programmeId))
    .orderBy(asc(programmeModules.place), asc(programmeModules.id), asc(programmeItems.place), asc(id));
  const items = rows
    .filter(({ retiredAt, module }) => retiredAt === null && module.retiredAt === null)
    .map(({ module, retiredAt: _, ...item }) => ({
      ...item,
      dueAt: item.isRequired ? (item.dueAt ?? module.closesAt ?? closesAt) : null,
    }));
  return { items, itemsEver: rows.length };
}

const readModules = (db: Db, programmeId: number) =>
  db
    .select({ id: programmeModules.id, title: programmeModules.title, titleEn: programmeModules.titleEn })
    .from(programmeModules)
    .where(and(eq(programmeModules.programmeId, programmeId), isNull(programmeModules.retiredAt)))
    .orderBy(asc(programmeModules.place), asc(programmeModules.id));

function readAudiences(db: Db, programmeId: number) {
  const { id, place, name, nameEn, tags } = programmeAudiences;
  return db
    .select({ id, place, name, nameEn, tags })
    .from(programmeAudiences)
    .where(eq(programmeAudiences.programmeId, programmeId))
    .orderBy(asc(place));
}

/** A published programme with what its reports are made of; undefined while there is none of that name. */
export async function findReportProgramme(db: Db, slug: string) {
  const { id, title, titleEn, kind, opensAt, closesAt, branchId } = programmes;
  const [found] = await db
    .select({ id, slug: programmes.slug, title, titleEn, kind, opensAt, closesAt, branchId, branch: branches.name, path: branches.path })
    .from(programmes)
    .innerJoin(branches, eq(branches.id, branchId))
    .where(and(eq(programmes.slug, slug), isNotNull(programmes.publishedAt)));
  if (!found) return undefined;
  // One after the other: a report takes one connection, not three.
  const modules = await readModules(db, found.id);
  const audiences = await readAudiences(db, found.id);
  return { ...found, modules, audiences, ...(await readItems(db, found.id, found.closesAt)) };
}

export type ReportProgramme = NonNullable<Awaited<ReturnType<typeof findReportProgramme>>>;
