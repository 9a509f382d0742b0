import { database } from "#db/client.ts";
import { tasks } from "#db/schema/tasks.ts";
import { aProgramme as aProgrammeInRows } from "./programme.ts";

const at = new Date("2026-03-01T02:00:00Z");
const ITEMS = [true, true, false].map((isRequired, place) => ({ kind: "reflection" as const, title: `第${place + 1}项`, isRequired }));

type Wishes = { certificateTitle?: string | null; title?: string };

/** A published programme of a branch, a year long, with two required items and an optional one; tasks are given with `owe`. */
export async function aProgramme(branchId: number, { certificateTitle = "结业证书", title }: Wishes = {}) {
  const window = { opensAt: at, closesAt: new Date("2027-03-01T02:00:00Z") };
  const wish = { branchId, certificateTitle, titleEn: "The Charter", peopleIds: [], ...window, ...(title && { title }) };
  const { itemIds, ...made } = await aProgrammeInRows({ ...wish, items: ITEMS });
  return { ...made, items: itemIds };
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
