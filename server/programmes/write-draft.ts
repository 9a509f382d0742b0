// Above 150 lines: one document goes into four tables in one go, in the order in which they refer to each other.
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { programmeAudiences, programmeItems, programmeModules, programmePrerequisites } from "#db/schema/programmes.ts";
import { type DraftItem, itemsOfDraft, MASTERY_PARTS, type ProgrammeDraft } from "#domain/programmes/draft.ts";
import type { FieldProblem } from "#server/parse-input.ts";
import { invalidFields } from "#server/parse-input.ts";
import { relinkedMeetings } from "./relinked-meetings.ts";
import type { ResolvedDraft } from "./resolve-draft.ts";

type Ids = Map<string, number>;
type Present = { audiences: Set<number>; modules: Set<number>; items: Map<number, typeof programmeItems.$inferSelect> };

async function presentParts(tx: Tx, programmeId: number): Promise<Present> {
  const audiences = await tx
    .select({ id: programmeAudiences.id })
    .from(programmeAudiences)
    .where(eq(programmeAudiences.programmeId, programmeId));
  const modules = await tx
    .select({ id: programmeModules.id })
    .from(programmeModules)
    .where(and(eq(programmeModules.programmeId, programmeId), isNull(programmeModules.retiredAt)));
  const items = await tx
    .select()
    .from(programmeItems)
    .where(and(eq(programmeItems.programmeId, programmeId), isNull(programmeItems.retiredAt)));
  return {
    audiences: new Set(audiences.map(({ id }) => id)),
    modules: new Set(modules.map(({ id }) => id)),
    items: new Map(items.map((item) => [item.id, item])),
  };
}

/** What an item of a published programme is about cannot change: people have done it, or are doing it. Its meeting: relinked-meetings.ts. */
function isSameThing(before: typeof programmeItems.$inferSelect, after: DraftItem, resolved: ResolvedDraft): boolean {
  const idOf = (found: { id: string } | undefined) => (found ? Number(found.id) : null);
  return (
    before.kind === after.kind &&
    before.owner === after.owner &&
    before.materialId === idOf(resolved.materials.get(after.material ?? "")) &&
    before.contestId === idOf(resolved.contests.get(after.contest ?? ""))
  );
}

/** Numbers that are not of this programme, and items that would become something else. */
function refuseStrangers(draft: ProgrammeDraft, present: Present, resolved: ResolvedDraft, isPublished: boolean): void {
  const problems: FieldProblem[] = [];
  const say = (path: string, code: string) => problems.push({ path, code, params: {} });
  const seen = new Set<string>();
  const once = (kind: string, id: number | null, known: boolean, path: string) => {
    if (id !== null && (!known || seen.has(`${kind}${id}`))) say(`${path}.id`, "not-found");
    seen.add(`${kind}${id}`);
  };
  for (const [at, { id }] of draft.audiences.entries()) once("a", id, present.audiences.has(id ?? 0), `audiences.${at}`);
  for (const [at, { id }] of draft.modules.entries()) once("m", id, present.modules.has(id ?? 0), `modules.${at}`);
  for (const { item, path } of itemsOfDraft(draft)) {
    const before = present.items.get(item.id ?? 0);
    once("i", item.id, before !== undefined, path);
    if (isPublished && before && !isSameThing(before, item, resolved)) say(`${path}.kind`, "stays-as-published");
  }
  if (problems.length > 0) throw invalidFields(problems);
}

async function writeAudiences(tx: Tx, programmeId: number, draft: ProgrammeDraft): Promise<Ids> {
  const kept = draft.audiences.flatMap(({ id }) => id ?? []);
  const gone = sql`programme_id = ${programmeId} and not (id = any(${sql.param(kept)}::bigint[]))`;
  await tx.execute(sql`delete from programme_audiences where ${gone}`);
  // Out of each other's way first: no two may stand in one place, not even for a moment.
  await tx.execute(sql`update programme_audiences set place = -1 - place where programme_id = ${programmeId}`);
  const ids: Ids = new Map();
  for (const [place, { id, key, name, nameEn, tags }] of draft.audiences.entries()) {
    const values = { programmeId, place, name, nameEn, tags };
    if (id === null) {
      const [made] = await tx.insert(programmeAudiences).values(values).returning({ id: programmeAudiences.id });
      ids.set(key, made?.id ?? 0);
    } else {
      await tx.update(programmeAudiences).set(values).where(eq(programmeAudiences.id, id));
      ids.set(key, id);
    }
  }
  return ids;
}

async function writeModules(tx: Tx, programmeId: number, draft: ProgrammeDraft): Promise<number[]> {
  const ids: number[] = [];
  for (const [place, { id, title, titleEn, opensAt, closesAt }] of draft.modules.entries()) {
    const values = { programmeId, place, title, titleEn, opensAt, closesAt };
    if (id !== null) await tx.update(programmeModules).set(values).where(eq(programmeModules.id, id));
    const [made] = id === null ? await tx.insert(programmeModules).values(values).returning({ id: programmeModules.id }) : [{ id }];
    ids.push(made?.id ?? 0);
  }
  return ids;
}

function itemValues(item: DraftItem, resolved: ResolvedDraft, audiences: Ids) {
  const { kind, title, titleEn, quiz, meetingId, prompt, moveOn, isRequired, opensAt, dueAt, owner } = item;
  const material = resolved.materials.get(item.material ?? "");
  const contest = resolved.contests.get(item.contest ?? "");
  const meeting = resolved.meetings.get(meetingId ?? 0) ?? item.meeting;
  return {
    ...{ kind, title, titleEn, quiz, meetingId, prompt, moveOn, isRequired, opensAt, dueAt, owner },
    materialId: material ? Number(material.id) : null,
    contestId: contest ? Number(contest.id) : null,
    meeting: meeting && { place: meeting.place, startsAt: meeting.startsAt.toISOString(), endsAt: meeting.endsAt.toISOString() },
    mastery: item.mastery === null ? null : Math.round(item.mastery * MASTERY_PARTS),
    audienceIds: item.audiences.flatMap((key) => audiences.get(key) ?? []),
  };
}

async function writeItems(tx: Tx, programmeId: number, draft: ProgrammeDraft, resolved: ResolvedDraft, audiences: Ids, modules: number[]) {
  const ids: Ids = new Map();
  const placed = itemsOfDraft(draft);
  for (const [place, { item, module }] of placed.entries()) {
    const values = { ...itemValues(item, resolved, audiences), programmeId, moduleId: modules[module] ?? 0, place };
    if (item.id !== null) await tx.update(programmeItems).set(values).where(eq(programmeItems.id, item.id));
    const [made] =
      item.id === null ? await tx.insert(programmeItems).values(values).returning({ id: programmeItems.id }) : [{ id: item.id }];
    ids.set(item.key, made?.id ?? 0);
  }
  for (const { item } of placed) {
    const requiresIds = [...new Set(item.requires.flatMap((key) => ids.get(key) ?? []))];
    await tx
      .update(programmeItems)
      .set({ requiresIds })
      .where(eq(programmeItems.id, ids.get(item.key) ?? 0));
  }
}

async function writeRequired(tx: Tx, programmeId: number, requires: readonly number[]): Promise<void> {
  await tx.delete(programmePrerequisites).where(eq(programmePrerequisites.programmeId, programmeId));
  for (const requiresId of requires) await tx.insert(programmePrerequisites).values({ programmeId, requiresId });
}

/** Takes away what the document no longer has: a draft forgets it, a published programme withdraws it and keeps what was done. */
async function removeGone(tx: Tx, draft: ProgrammeDraft, present: Present, retiredAt: Date | null): Promise<void> {
  const kept = new Set(itemsOfDraft(draft).flatMap(({ item }) => item.id ?? []));
  const keptModules = new Set(draft.modules.flatMap(({ id }) => id ?? []));
  const items = [...present.items.keys()].filter((id) => !kept.has(id));
  const modules = [...present.modules].filter((id) => !keptModules.has(id));
  if (items.length > 0)
    await (retiredAt
      ? tx.update(programmeItems).set({ retiredAt }).where(inArray(programmeItems.id, items))
      : tx.delete(programmeItems).where(inArray(programmeItems.id, items)));
  if (modules.length > 0)
    await (retiredAt
      ? tx.update(programmeModules).set({ retiredAt }).where(inArray(programmeModules.id, modules))
      : tx.delete(programmeModules).where(inArray(programmeModules.id, modules)));
}

/** Writes the parts of a programme as the document has them: what has a number keeps it, what has none is made. `publishedNow` is null for a draft. */
export async function writeParts(tx: Tx, programmeId: number, draft: ProgrammeDraft, resolved: ResolvedDraft, publishedNow: Date | null) {
  const present = await presentParts(tx, programmeId);
  refuseStrangers(draft, present, resolved, publishedNow !== null);
  const relinked = publishedNow ? await relinkedMeetings(tx, present.items, draft) : [];
  const audiences = await writeAudiences(tx, programmeId, draft);
  const modules = await writeModules(tx, programmeId, draft);
  await writeItems(tx, programmeId, draft, resolved, audiences, modules);
  await removeGone(tx, draft, present, publishedNow);
  await writeRequired(tx, programmeId, resolved.requires);
  return { relinked };
}
