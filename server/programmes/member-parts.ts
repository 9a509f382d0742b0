import { asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { programmeAudiences, programmeModules } from "#db/schema/programmes.ts";
import { audienceOf } from "#domain/programmes/audience-of.ts";
import type { OwnItem } from "./own-items.ts";

/** The audience of a programme that somebody with these tags belongs to. */
export async function ownAudience(db: Db, programmeId: number, tags: readonly string[]) {
  const audiences = await db.select().from(programmeAudiences).where(eq(programmeAudiences.programmeId, programmeId));
  const id = audienceOf(tags, audiences);
  const found = audiences.find((audience) => audience.id === id);
  return found ? { name: found.name, nameEn: found.nameEn } : null;
}

/** The modules of a programme in their order, each with its items said by `say`; one without items is left out. */
export async function modulesWith<T>(db: Db, programmeId: number, items: readonly OwnItem[], say: (item: OwnItem) => T) {
  const { id, title, titleEn, opensAt, closesAt } = programmeModules;
  const modules = await db
    .select({ id, title, titleEn, opensAt, closesAt })
    .from(programmeModules)
    .where(eq(programmeModules.programmeId, programmeId))
    .orderBy(asc(programmeModules.place), asc(id));
  return modules.flatMap((module) => {
    const own = items.filter(({ moduleId }) => moduleId === module.id).map(say);
    return own.length > 0 ? [{ ...module, items: own }] : [];
  });
}
