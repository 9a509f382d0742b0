import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { contests } from "#db/schema/contests.ts";
import { materials } from "#db/schema/materials.ts";
import { meetings } from "#db/schema/meetings.ts";
import { programmeAudiences, programmeItems, programmeModules, programmePrerequisites, programmes } from "#db/schema/programmes.ts";
import { type DraftItem, MASTERY_PARTS, type ProgrammeDraft } from "#domain/programmes/draft.ts";
import type { ProgrammeSubject } from "./find-programme.ts";

const audienceKey = (id: number): string => `a${id}`;
const itemKey = (id: number): string => `i${id}`;

async function itemsByModule(db: Db | Tx, programmeId: number): Promise<Map<number, DraftItem[]>> {
  const { startsAt, endsAt, place } = meetings;
  const rows = await db
    .select({ item: programmeItems, material: materials.slug, contest: contests.slug, startsAt, endsAt, place })
    .from(programmeItems)
    .leftJoin(materials, eq(materials.id, programmeItems.materialId))
    .leftJoin(contests, eq(contests.id, programmeItems.contestId))
    .leftJoin(meetings, eq(meetings.id, programmeItems.meetingId))
    .where(and(eq(programmeItems.programmeId, programmeId), isNull(programmeItems.retiredAt)))
    .orderBy(asc(programmeItems.place), asc(programmeItems.id));
  const found = new Map<number, DraftItem[]>();
  for (const { item, material, contest, startsAt, endsAt, place } of rows) {
    const { id, kind, title, titleEn, quiz, meetingId, prompt, moveOn, isRequired, opensAt, dueAt, owner } = item;
    const written = item.meeting && {
      ...item.meeting,
      startsAt: new Date(item.meeting.startsAt),
      endsAt: new Date(item.meeting.endsAt),
    };
    const read: DraftItem = {
      ...{
        id,
        key: itemKey(id),
        kind,
        title,
        titleEn,
        material,
        contest,
        quiz,
        meetingId,
        prompt,
        moveOn,
        isRequired,
        opensAt,
        dueAt,
        owner,
      },
      meeting: startsAt && endsAt ? { startsAt, endsAt, place: place ?? "" } : written,
      mastery: item.mastery === null ? null : item.mastery / MASTERY_PARTS,
      audiences: item.audienceIds.map(audienceKey),
      requires: item.requiresIds.map(itemKey),
    };
    found.set(item.moduleId, [...(found.get(item.moduleId) ?? []), read]);
  }
  return found;
}

/** A programme as the document the desk edits; what was withdrawn is not in it. */
export async function readDraft(db: Db | Tx, programme: ProgrammeSubject): Promise<ProgrammeDraft> {
  const { id, kind, title, titleEn, intro, introEn, branchId, opensAt, closesAt, certificateTitle, certificateTitleEn } = programme;
  const requires = await db
    .select({ slug: programmes.slug })
    .from(programmePrerequisites)
    .innerJoin(programmes, eq(programmes.id, programmePrerequisites.requiresId))
    .where(eq(programmePrerequisites.programmeId, id))
    .orderBy(asc(programmes.id));
  const audiences = await db
    .select()
    .from(programmeAudiences)
    .where(eq(programmeAudiences.programmeId, id))
    .orderBy(asc(programmeAudiences.place));
  const modules = await db
    .select()
    .from(programmeModules)
    .where(and(eq(programmeModules.programmeId, id), isNull(programmeModules.retiredAt)))
    .orderBy(asc(programmeModules.place), asc(programmeModules.id));
  const items = await itemsByModule(db, id);
  return {
    ...{ kind, title, titleEn, intro, introEn, branchId, opensAt, closesAt, certificateTitle, certificateTitleEn },
    requires: requires.map(({ slug }) => slug),
    audiences: audiences.map(({ id, name, nameEn, tags }) => ({ id, key: audienceKey(id), name, nameEn, tags })),
    modules: modules.map(({ id, title, titleEn, opensAt, closesAt }) => ({
      id,
      title,
      titleEn,
      opensAt,
      closesAt,
      items: items.get(id) ?? [],
    })),
  };
}
