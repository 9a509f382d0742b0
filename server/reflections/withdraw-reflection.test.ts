import { and, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { annotations } from "#db/schema/annotations.ts";
import { materials } from "#db/schema/materials.ts";
import { outcomes, programmeItems } from "#db/schema/programmes.ts";
import { tasks } from "#db/schema/tasks.ts";
import type { ItemKind } from "#domain/programmes/item.ts";
import { recomputeOutcomes } from "#server/jobs/recompute-outcomes.ts";
import { aBranch, anOrganisation, aPerson } from "#tests/world/people.ts";
import { aProgramme } from "#tests/world/programme.ts";
import { told } from "#tests/world/tell.ts";
import { handInReflection } from "./hand-in-reflection.ts";
import { startReflection } from "./start-reflection.ts";
import { withdrawReflection } from "./withdraw-reflection.ts";

const desk = () => database("desk");
let branchId: number;
const piece = { title: "读后", body: "第一段。" };

beforeAll(async () => {
  await anOrganisation();
  branchId = (await aBranch()).id;
});

/** A person with one task, and what is needed to do it. */
async function oneTask(kind: ItemKind) {
  const me = await aPerson(branchId);
  const { itemIds } = await aProgramme({ branchId, items: [{ kind, moveOn: "Completed" }], peopleIds: [me] });
  const itemId = itemIds[0] ?? 0;
  const [row] = await desk()
    .select({ id: materials.id, slug: materials.slug, versionId: materials.publishedVersionId })
    .from(programmeItems)
    .innerJoin(materials, eq(materials.id, programmeItems.materialId))
    .where(eq(programmeItems.id, itemId));
  const doneAt = async () => (await desk().select({ at: tasks.doneAt }).from(tasks).where(eq(tasks.personId, me)))[0]?.at;
  return { me, itemId, material: row, doneAt };
}

async function handedIn(me: number, about: object) {
  const { id, revision } = await told(startReflection, me, { ...piece, ...about });
  const { handedInAt } = await told(handInReflection, me, { id, revision });
  return { id, revision, handedInAt };
}

test("a piece taken back opens the task it ended, and ends it again when it is handed in again", async () => {
  const { me, itemId, doneAt } = await oneTask("reflection");
  const { id, revision, handedInAt } = await handedIn(me, { item: itemId });
  expect(await doneAt()).toEqual(handedInAt);
  await told(withdrawReflection, me, { id });
  expect(await doneAt()).toBeNull();
  const own = and(eq(outcomes.personId, me), eq(outcomes.subjectId, itemId));
  expect(await desk().select({ at: outcomes.completedAt }).from(outcomes).where(own)).toEqual([{ at: null }]);
  expect((await recomputeOutcomes()).found).toEqual([]);
  const again = await told(handInReflection, me, { id, revision });
  expect(await doneAt()).toEqual(again.handedInAt);
  expect((await recomputeOutcomes()).found).toEqual([]);
});

test("a text whose only contribution it was is open again; with another contribution it stays done, from that one's moment", async () => {
  const { me, material, doneAt } = await oneTask("reading");
  const { id, handedInAt } = await handedIn(me, { material: material?.slug });
  expect(await doneAt()).toEqual(handedInAt);
  expect((await recomputeOutcomes()).found).toEqual([]);
  await told(withdrawReflection, me, { id });
  expect(await doneAt()).toBeNull();
  const first = await handedIn(me, { material: material?.slug });
  const createdAt = new Date(first.handedInAt.getTime() + 60_000);
  await desk()
    .insert(annotations)
    .values({
      ...{
        personId: me,
        materialId: material?.id ?? 0,
        versionId: material?.versionId ?? 0,
        branchId,
        kind: "note",
        visibility: "private",
      },
      ...{ block: "b1", blockStart: 0, blockEnd: 2, textStart: 0, textEnd: 2, exact: "第一", prefix: "", suffix: "", createdAt },
    });
  await told(withdrawReflection, me, { id: first.id });
  expect(await doneAt()).toEqual(createdAt);
  expect((await recomputeOutcomes()).found).toEqual([]);
});

test("what an office took for done stays done", async () => {
  const { me, itemId, doneAt } = await oneTask("reflection");
  const said = new Date("2026-11-20T08:00:00Z");
  await desk().update(tasks).set({ doneAt: said, doneBy: me }).where(eq(tasks.personId, me));
  const { id } = await handedIn(me, { item: itemId });
  await told(withdrawReflection, me, { id });
  expect(await doneAt()).toEqual(said);
});
