import type { Tx } from "#db/client.ts";
import { giveNotice } from "#server/notices/give-notice.ts";
import type { LockedTask } from "./lock-task.ts";
import { unitPeople } from "./unit-people.ts";

type Owned = Pick<LockedTask, "id" | "personId" | "branchId" | "title">;
type Told = Readonly<{ first: Owned; count: number }>;

/** Who owes each: the person, or who answers for the unit. */
async function ownersOf(tx: Tx, task: Owned): Promise<number[]> {
  return task.personId === null ? unitPeople(tx, [task.branchId]) : [task.personId];
}

/** Tells the owners of some tasks what happened to them, each person once: the first by its title, and how many there are. */
export async function tellOwners(
  tx: Tx,
  tasks: readonly Owned[],
  { kind, now, note }: { kind: string; now: Date; note?: string },
): Promise<void> {
  const told = new Map<number, Told>();
  for (const task of tasks)
    for (const personId of await ownersOf(tx, task)) {
      const before = told.get(personId);
      told.set(personId, { first: before?.first ?? task, count: (before?.count ?? 0) + 1 });
    }
  const groups = Map.groupBy(told, ([, { first, count }]) => JSON.stringify([first.title, count, count === 1 ? first.id : 0]));
  for (const group of groups.values()) {
    const [, { first, count }] = group[0] as [number, Told];
    const path = count === 1 ? `/tasks/${first.id}` : "/tasks";
    const params = { title: first.title, count, ...(note !== undefined && { note }) };
    await giveNotice(tx, { personIds: group.map(([personId]) => personId), kind, params, path, now });
  }
}
