import { eq, inArray } from "drizzle-orm";
import { database } from "#db/client.ts";
import { materials, materialVersions } from "#db/schema/materials.ts";
import { branches, people } from "#db/schema/people.ts";
import { programmeAudiences, programmeItems, programmeModules, programmes } from "#db/schema/programmes.ts";
import { tasks } from "#db/schema/tasks.ts";
import type { ItemKind, MoveOn } from "#domain/programmes/item.ts";

let made = 0;
const DAY_MS = 86_400_000;

export type ItemWish = Readonly<{
  kind?: ItemKind;
  title?: string;
  /** Which module it stands in, from 0. */
  module?: number;
  owner?: "person" | "unit";
  moveOn?: MoveOn;
  mastery?: number;
  opensAt?: Date;
  dueAt?: Date;
  isRequired?: boolean;
  contestId?: number;
}>;

export type ProgrammeWish = Readonly<{
  branchId: number;
  title?: string;
  titleEn?: string;
  kind?: "programme" | "campaign";
  certificateTitle?: string | null;
  opensAt?: Date;
  closesAt?: Date;
  modules?: readonly string[];
  items?: readonly ItemWish[];
  /** By name; the tags of each. */
  audiences?: readonly Readonly<{ name: string; tags?: readonly string[] }>[];
  /** Who owes what is owed by persons; everybody in the subtree when left out. */
  peopleIds?: readonly number[];
  /** Which units owe what is owed by units. */
  unitIds?: readonly number[];
  published?: boolean;
}>;

/** A published text, for everybody or for a branch. */
export async function aText(
  title = `读本${++made}`,
  branchId: number | null = null,
): Promise<{ id: number; slug: string; versionId: number }> {
  const desk = database("desk");
  const slug = `text-${++made}`;
  const [material] = await desk.insert(materials).values({ slug, branchId }).returning({ id: materials.id });
  const id = material?.id ?? 0;
  const [version] = await desk
    .insert(materialVersions)
    .values({ materialId: id, number: 1, title, body: "第一段。\n\n第二段。", characters: 8, contentHash: slug })
    .returning({ id: materialVersions.id });
  await desk.update(materials).set({ publishedVersionId: version?.id }).where(eq(materials.id, id));
  return { id, slug, versionId: version?.id ?? 0 };
}

const FOUR: readonly ItemWish[] = [{ kind: "reading" }, { kind: "quiz" }, { kind: "meeting" }, { kind: "reflection" }];
const QUIZ = {
  blueprint: [{ category: "", kind: "single" as const, difficulty: [1, 5] as [number, number], count: 1, worth: 1_000 }],
  attempts: null,
};

async function anItem(programmeId: number, moduleIds: readonly number[], place: number, wish: ItemWish, opensAt: Date): Promise<number> {
  const kind = wish.kind ?? "reading";
  const text = kind === "reading" || kind === "unit" ? await aText() : null;
  const [row] = await database("desk")
    .insert(programmeItems)
    .values({
      programmeId,
      moduleId: moduleIds[wish.module ?? 0] ?? 0,
      place,
      kind,
      title: wish.title ?? `项目${place + 1}`,
      materialId: text?.id ?? null,
      contestId: wish.contestId ?? null,
      quiz: kind === "quiz" || kind === "unit" ? QUIZ : null,
      meeting:
        kind === "meeting"
          ? { startsAt: opensAt.toISOString(), endsAt: new Date(opensAt.getTime() + DAY_MS).toISOString(), place: "会议室" }
          : null,
      moveOn: wish.moveOn ?? "Completed",
      mastery: wish.mastery ?? null,
      isRequired: wish.isRequired ?? true,
      owner: wish.owner ?? "person",
      opensAt: wish.opensAt ?? null,
      dueAt: wish.dueAt ?? null,
    })
    .returning({ id: programmeItems.id });
  return row?.id ?? 0;
}

/** Who owes: the named, or everybody who is not disabled below the branch, each with the own branch. */
async function owners({ branchId, peopleIds }: ProgrammeWish): Promise<{ id: number; branchId: number }[]> {
  const desk = database("desk");
  if (peopleIds?.length === 0) return [];
  const all = await desk
    .select({ id: people.id, branchId: people.branchId, path: branches.path })
    .from(people)
    .innerJoin(branches, eq(branches.id, people.branchId))
    .where(peopleIds ? inArray(people.id, [...peopleIds]) : undefined);
  return peopleIds ? all : all.filter(({ path }) => path.includes(`/${branchId}/`));
}

async function aLedger(wish: ProgrammeWish, programmeId: number, itemIds: readonly number[], createdAt: Date): Promise<void> {
  const who = await owners(wish);
  const units = wish.unitIds ?? [wish.branchId];
  const rows = itemIds.flatMap((itemId, at): (typeof tasks.$inferInsert)[] => {
    const { owner = "person", dueAt = null } = (wish.items ?? FOUR)[at] ?? {};
    const task = { programmeId, itemId, dueAt: dueAt ?? wish.closesAt ?? null, createdAt };
    if (owner === "unit") return units.map((branchId) => ({ ...task, personId: null, branchId }));
    return who.map(({ id, branchId }) => ({ ...task, personId: id, branchId }));
  });
  for (let from = 0; from < rows.length; from += 1_000)
    await database("desk")
      .insert(tasks)
      .values(rows.slice(from, from + 1_000));
}

/**
 * A published programme with its ledger, made in rows, so that no rule under test has a say in it. Without wishes: one module with a
 * reading, a quiz, a meeting and a reflection, owed by everybody below the branch, open for ten days around now.
 */
export async function aProgramme(wish: ProgrammeWish) {
  const desk = database("desk");
  const opensAt = wish.opensAt ?? new Date(Date.now() - 5 * DAY_MS);
  const closesAt = wish.closesAt ?? new Date(opensAt.getTime() + 10 * DAY_MS);
  const [title, slug] = [wish.title ?? `计划${++made}`, `programme-${++made}`];
  const publishedAt = wish.published === false ? null : opensAt;
  const { branchId, titleEn = "", kind = "programme", certificateTitle = null } = wish;
  const [programme] = await desk
    .insert(programmes)
    .values({ slug, title, titleEn, kind, branchId, certificateTitle, opensAt, closesAt, createdAt: opensAt, publishedAt })
    .returning({ id: programmes.id });
  const id = programme?.id ?? 0;
  const moduleRows = (wish.modules ?? ["第一单元"]).map((name, place) => ({ programmeId: id, place, title: name }));
  const moduleIds = (await desk.insert(programmeModules).values(moduleRows).returning({ id: programmeModules.id })).map((row) => row.id);
  const audienceRows = (wish.audiences ?? []).map(({ name, tags = [] }, place) => ({ programmeId: id, place, name, tags: [...tags] }));
  const audienceIds =
    audienceRows.length === 0
      ? []
      : (await desk.insert(programmeAudiences).values(audienceRows).returning({ id: programmeAudiences.id })).map((row) => row.id);
  const itemIds: number[] = [];
  for (const [place, item] of (wish.items ?? FOUR).entries()) itemIds.push(await anItem(id, moduleIds, place, item, opensAt));
  if (publishedAt) await aLedger({ ...wish, closesAt }, id, itemIds, opensAt);
  return { id, slug, title, opensAt, closesAt, moduleIds, itemIds, audienceIds };
}
