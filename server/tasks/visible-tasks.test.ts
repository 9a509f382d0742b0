import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { tasks } from "#db/schema/tasks.ts";
import { can } from "#domain/access.ts";
import { stateOf, TASK_STATES } from "#domain/tasks/state.ts";
import { aBranch, anOrganisation, aPerson, as } from "#tests/world/people.ts";
import { aProgramme } from "#tests/world/programme.ts";
import { findTask } from "./lock-task.ts";
import { inState, UNFINISHED } from "./state-in-sql.ts";
import { ledgerTasks, owedBy } from "./visible-tasks.ts";

const now = new Date("2026-11-26T02:00:00Z");
const around = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const picked = async (where: ReturnType<typeof inState>): Promise<number[]> => {
  const { rows } = await database("desk").execute<{ id: string }>(sql`select t.id from tasks t where ${where} order by t.id`);
  return rows.map(({ id }) => Number(id));
};
const everything = async () => {
  const found = await Promise.all((await picked(sql`true`)).map((id) => findTask(database("desk"), id)));
  return found.flatMap((task) => task ?? []);
};

test("the ledger shows exactly what can.runTask allows, the own list what can.reportTask does, to everyone", async () => {
  await anOrganisation();
  const root = await aBranch();
  const [east, west] = [await aBranch(root.id), await aBranch(root.id)];
  const deep = await aBranch(east.id);
  const elsewhere = await aBranch();
  const held = (office: "admin" | "branch_admin" | "organizer" | "leader" | "reviewer", branchId: number) => ({
    held: [{ office, branchId }],
  });
  const viewers = [
    await aPerson(root.id, held("admin", root.id)),
    await aPerson(east.id, held("branch_admin", east.id)),
    await aPerson(west.id, held("organizer", west.id)),
    await aPerson(east.id, held("leader", east.id)),
    await aPerson(east.id, held("reviewer", root.id)),
    await aPerson(deep.id),
    await aPerson(elsewhere.id),
  ];
  const [admin = 0, , organizer = 0] = viewers;
  await aProgramme({ branchId: east.id, items: [{ kind: "reading" }, { kind: "meeting", owner: "unit" }], unitIds: [east.id, deep.id] });
  // Who publishes a programme has not given its tasks by name.
  await database("desk").update(tasks).set({ createdBy: organizer });
  const adHoc = (personId: number | null, branchId: number, createdBy: number) => ({
    ...{ personId, branchId, createdBy, title: "报送", createdAt: now },
  });
  await database("desk")
    .insert(tasks)
    .values([
      adHoc(viewers[5] ?? 0, deep.id, organizer),
      adHoc(viewers[6] ?? 0, elsewhere.id, organizer),
      adHoc(null, east.id, admin),
      adHoc(null, elsewhere.id, admin),
    ]);
  const all = await everything();
  expect(all.length).toBeGreaterThan(8);
  for (const person of viewers) {
    const { viewer } = await as(person);
    const allowed = (may: (task: (typeof all)[number]) => boolean) => all.filter(may).map(({ id }) => id);
    expect(await picked(ledgerTasks(viewer))).toEqual(allowed((task) => can.runTask(viewer, task)));
    expect(await picked(owedBy(viewer))).toEqual(allowed((task) => can.reportTask(viewer, task)));
    expect(await picked(ledgerTasks(viewer, east.id))).toEqual(
      allowed((task) => can.assignTask(viewer, task) && task.path.startsWith(east.path)),
    );
  }
});

test("a state in SQL is the state of the rule, at every boundary", async () => {
  const branch = await aBranch();
  const moments = [null, around(-1), now, new Date(now.getTime() + 1), around(1)];
  const rows = moments.flatMap((dueAt) => [
    ...moments.map((doneAt) => ({ dueAt, doneAt })),
    { dueAt, waivedAt: around(-2), waiverReason: "病假" },
    { dueAt, cancelledAt: around(-2) },
  ]);
  const base = { title: "一件", branchId: branch.id, createdAt: around(-9) };
  await database("desk")
    .insert(tasks)
    .values(rows.map((row) => ({ ...base, ...row })));
  const all = await everything();
  for (const state of TASK_STATES) {
    const expected = all.filter((task) => stateOf(task, now) === state).map(({ id }) => id);
    expect(expected.length).toBeGreaterThan(0);
    expect(await picked(inState(state, now))).toEqual(expected);
  }
  const open = all.filter((task) => ["open", "overdue"].includes(stateOf(task, now))).map(({ id }) => id);
  expect(await picked(UNFINISHED)).toEqual(open);
});
