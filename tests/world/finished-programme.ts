import { database } from "#db/client.ts";
import { programmeItems, programmeModules, programmes } from "#db/schema/programmes.ts";
import { tasks } from "#db/schema/tasks.ts";

let made = 0;
const at = new Date("2026-03-01T02:00:00Z");
const first = <T>(rows: readonly T[]): T => rows[0] as T;

type Wishes = { certificateTitle?: string | null; title?: string };

/** A published programme of a branch with two required readings and an optional one; tasks are given with `owe`. */
export async function aProgramme(branchId: number, { certificateTitle = "结业证书", title = `党章学习${++made}` }: Wishes = {}) {
  const desk = database("desk");
  const slug = `p-${++made}`;
  const window = { opensAt: at, closesAt: new Date("2027-03-01T02:00:00Z") };
  const row = { slug, title, titleEn: "The Charter", branchId, ...window, certificateTitle, createdAt: at, publishedAt: at };
  const { id } = first(await desk.insert(programmes).values(row).returning({ id: programmes.id }));
  const module = first(
    await desk.insert(programmeModules).values({ programmeId: id, place: 0, title: "第一单元" }).returning({ id: programmeModules.id }),
  );
  const item = (place: number, isRequired: boolean) => ({
    ...{ programmeId: id, moduleId: module.id, place, kind: "reflection" as const, title: `第${place + 1}项` },
    ...{ moveOn: "Completed" as const, isRequired },
  });
  const items = await desk
    .insert(programmeItems)
    .values([item(0, true), item(1, true), item(2, false)])
    .returning({ id: programmeItems.id });
  return { id, slug, title, items: items.map((one) => one.id) };
}

export type TaskEnd = "done" | "waived" | "cancelled" | "open";

/** What a person owes of a programme, item by item, and how it ended. */
export async function owe(
  programme: { id: number; items: readonly number[] },
  person: { id: number; branchId: number },
  ends: readonly (TaskEnd | null)[],
  endedAt = new Date("2026-03-08T02:00:00Z"),
): Promise<void> {
  const rows = ends.flatMap((end, place) => {
    const itemId = programme.items[place];
    if (end === null || itemId === undefined) return [];
    const ending = {
      done: { doneAt: endedAt },
      waived: { waivedAt: endedAt, waiverReason: "病假" },
      cancelled: { cancelledAt: endedAt },
      open: {},
    }[end];
    return [{ programmeId: programme.id, itemId, personId: person.id, branchId: person.branchId, createdAt: at, ...ending }];
  });
  await database("desk").insert(tasks).values(rows);
}
