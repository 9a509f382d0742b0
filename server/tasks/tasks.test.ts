// Above 150 lines: one story of one ledger, told in one file so that its people are made once.
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { type Db, database } from "#db/client.ts";
import { notices } from "#db/schema/notices.ts";
import { audit } from "#db/schema/operations.ts";
import { organisation, people } from "#db/schema/people.ts";
import { tasks } from "#db/schema/tasks.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, anOrganisation, aPerson, as } from "#tests/world/people.ts";
import { aProgramme } from "#tests/world/programme.ts";
import { assignTasks } from "./assign-tasks.ts";
import { cancelTasks } from "./cancel-tasks.ts";
import { countMyTasks } from "./count-my-tasks.ts";
import { editTask } from "./edit-task.ts";
import { getMyTask } from "./get-my-task.ts";
import { getTask } from "./get-task.ts";
import { listMyTasks } from "./list-my-tasks.ts";
import { listTaskGroups } from "./list-task-groups.ts";
import { listTasks } from "./list-tasks.ts";
import { reportTask } from "./report-task.ts";
import { returnTask } from "./return-task.ts";
import { unwaiveTasks } from "./unwaive-tasks.ts";
import { waiveTasks } from "./waive-tasks.ts";

const now = new Date("2026-11-26T02:00:00Z");
const after = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
let root: { id: number; path: string }, east: typeof root, west: typeof root;
let admin: number, eastAdmin: number, westOrganizer: number, leader: number, ada: number, bo: number, wen: number;

let desk: Db;
const staffNoOf = async (id: number) => (await desk.select({ no: people.staffNo }).from(people).where(eq(people.id, id)))[0]?.no ?? "";
const kindsOf = async (id: number) =>
  (await desk.select().from(notices).where(eq(notices.personId, id)).orderBy(notices.id)).map(({ kind }) => kind);
const rowOf = async (id: number) => (await desk.select().from(tasks).where(eq(tasks.id, id)))[0];
const give = async (by: number, wishes: object, at = now) => assignTasks.call(await as(by, at), { title: "报送学习计划", ...wishes });
const one = async (by: number, wishes: object) => valueOf(await give(by, wishes)).ids[0] ?? 0;

beforeAll(async () => {
  desk = database("desk");
  await anOrganisation();
  root = await aBranch();
  [east, west] = [await aBranch(root.id), await aBranch(root.id)];
  admin = await aPerson(root.id, { held: [{ office: "admin", branchId: root.id }] });
  eastAdmin = await aPerson(east.id, { held: [{ office: "branch_admin", branchId: east.id }] });
  westOrganizer = await aPerson(west.id, { held: [{ office: "organizer", branchId: west.id }] });
  leader = await aPerson(east.id, { held: [{ office: "leader", branchId: east.id }] });
  [ada, bo, wen] = [await aPerson(east.id, { name: "安达" }), await aPerson(east.id), await aPerson(west.id)];
});

describe("given by hand", () => {
  test("to two people by number: each has one, is told once, and reads it; nobody else does", async () => {
    const staffNos = `${await staffNoOf(ada)}，${await staffNoOf(bo)}\n${await staffNoOf(ada)}`;
    const { ids, count } = valueOf(await give(eastAdmin, { staffNos, body: "周五前", dueAt: "2026-11-28" }));
    expect(count).toBe(2);
    expect(await kindsOf(ada)).toEqual(["task-assigned"]);
    const mine = valueOf(await listMyTasks.call(await as(ada, now), {}));
    expect(mine.open).toMatchObject([
      { title: "报送学习计划", state: "open", mayReport: true, dueAt: new Date("2026-11-28T15:59:59.999Z") },
    ]);
    expect(valueOf(await countMyTasks.call(await as(ada, after(99)), {}))).toEqual({ left: 1, overdue: 1, nextDueAt: null });
    expect(refusalOf(await getMyTask.call(await as(wen, now), { id: ids[0] }))).toBe("not-found");
    const [entry] = await desk.select().from(audit).where(eq(audit.action, "task.assign"));
    expect(entry).toMatchObject({ actorId: eastAdmin, branchId: east.id, after: { tasks: 2 } });
  });

  test("to a whole subtree, each person or each unit", async () => {
    expect(valueOf(await give(admin, { subtreeId: root.id })).count).toBe(7);
    expect(valueOf(await give(admin, { subtreeId: root.id, each: "unit" })).count).toBe(3);
    expect(valueOf(await listMyTasks.call(await as(leader, now), {})).units).toHaveLength(1);
  });

  test("refuses a due date that is past, an owner out of reach, nobody at all, and writes nothing", async () => {
    const before = await desk.$count(tasks);
    const staffNos = [await staffNoOf(ada)];
    expect(refusalOf(await give(admin, { staffNos, dueAt: now.toISOString() }))).toBe("due-is-past@dueAt");
    expect(refusalOf(await give(admin, { staffNos, dueAt: "2026-02-31" }))).toBe("invalid@dueAt");
    expect(refusalOf(await give(westOrganizer, { staffNos }))).toBe("no-such-person@staffNos");
    expect(refusalOf(await give(westOrganizer, { branchIds: [east.id] }))).toBe("no-such-branch@branchIds");
    expect(refusalOf(await give(westOrganizer, { subtreeId: root.id }))).toBe("not-found");
    expect(refusalOf(await give(admin, { staffNos: ["no-such", ...staffNos] }))).toBe("no-such-person@staffNos");
    expect(refusalOf(await give(admin, {}))).toBe("no-owner@staffNos");
    expect(refusalOf(await give(ada, { staffNos }))).toBe("not-found");
    expect(await desk.$count(tasks)).toBe(before);
  });

  test("is reported once by its owner, handed back with a note, and reported again; all of it stays in sight", async () => {
    const id = await one(eastAdmin, { personIds: [ada] });
    const owner = await as(ada, after(1));
    expect(refusalOf(await reportTask.call(await as(bo, now), { id, body: "不是我的" }))).toBe("not-found");
    expect(refusalOf(await reportTask.call(owner, { id, body: " " }))).toBe("invalid@body");
    const reports = await Promise.all(Array.from({ length: 8 }, () => reportTask.call(owner, { id, body: "已交纸质计划" })));
    expect(reports.map(refusalOf).toSorted()).toEqual(["ok", ...Array(7).fill("task-ended")]);
    expect(await kindsOf(eastAdmin)).toContain("task-reported");
    expect(refusalOf(await returnTask.call(await as(westOrganizer, after(2)), { id, note: "缺签字" }))).toBe("not-found");
    valueOf(await returnTask.call(await as(eastAdmin, after(2)), { id, note: "缺签字" }));
    expect(refusalOf(await returnTask.call(await as(eastAdmin, after(2)), { id, note: "缺签字" }))).toBe("task-not-done");
    valueOf(await reportTask.call(await as(ada, after(3)), { id, body: "已补签" }));
    const seen = valueOf(await getTask.call(await as(admin, after(4)), { id }));
    expect(seen.thread.map(({ kind, body }) => [kind, body])).toEqual([
      ["evidence", "已交纸质计划"],
      ["return", "缺签字"],
      ["evidence", "已补签"],
    ]);
    expect(seen).toMatchObject({ state: "done", person: { name: "安达" } });
    expect(await kindsOf(ada)).toContain("task-returned");
  });

  test("a unit's is done by who answers for the unit, not by its members", async () => {
    const id = await one(admin, { branchIds: [east.id] });
    expect(refusalOf(await reportTask.call(await as(ada, now), { id, body: "我来" }))).toBe("not-found");
    expect(refusalOf(await reportTask.call(await as(westOrganizer, now), { id, body: "我来" }))).toBe("not-found");
    valueOf(await reportTask.call(await as(leader, now), { id, body: "支部已完成" }));
    expect(await rowOf(id)).toMatchObject({ doneBy: leader, doneAt: now });
  });

  test("changes while it is open, and not afterwards; a form that repeats the minute changes nothing", async () => {
    const id = await one(eastAdmin, { personIds: [bo], dueAt: "2026-11-28" });
    const edit = async (wishes: object, at = now) => editTask.call(await as(eastAdmin, at), { id, title: "报送学习计划", ...wishes });
    expect(valueOf(await edit({ dueAt: "2026-11-28T23:59" })).changed).toEqual([]);
    expect(valueOf(await edit({ title: "报送小结", dueAt: "2026-11-28T23:59" }, after(999))).changed).toEqual(["title"]);
    expect(refusalOf(await edit({ dueAt: "2026-11-25" }))).toBe("due-is-past@dueAt");
    expect(valueOf(await edit({ title: "报送小结", dueAt: "" })).changed).toEqual(["dueAt"]);
    valueOf(await reportTask.call(await as(bo, now), { id, body: "已报" }));
    expect(refusalOf(await edit({ title: "又改" }))).toBe("task-ended");
    expect(refusalOf(await cancelTasks.call(await as(eastAdmin, now), { taskIds: [id], reason: "改期" }))).toBe("task-ended");
  });

  test("is taken back with a reason, all of the chosen or none", async () => {
    const ids = valueOf(await give(eastAdmin, { personIds: [ada, bo] })).ids;
    const [first = 0, second = 0] = ids;
    valueOf(await cancelTasks.call(await as(eastAdmin, now), { taskIds: String(first), reason: "重复" }));
    expect(refusalOf(await cancelTasks.call(await as(eastAdmin, now), { taskIds: ids, reason: "重复" }))).toBe("task-ended");
    expect(await rowOf(second)).toMatchObject({ cancelledAt: null });
    expect(refusalOf(await cancelTasks.call(await as(eastAdmin, now), { taskIds: [second] }))).toBe("invalid@reason");
    expect(refusalOf(await reportTask.call(await as(ada, now), { id: first, body: "交了" }))).toBe("task-ended");
  });
});

describe("excused", () => {
  test("by number and programme, or by task; never what is done; taken back it stands again", async () => {
    const programme = await aProgramme({ branchId: root.id, peopleIds: [ada, bo] });
    const of = async (person: number) =>
      (await desk.select().from(tasks).where(eq(tasks.personId, person))).filter((row) => row.programmeId === programme.id);
    const [done, ...rest] = await of(ada);
    await desk
      .update(tasks)
      .set({ doneAt: now })
      .where(eq(tasks.id, done?.id ?? 0));
    const by = async (who: number, wishes: object) => waiveTasks.call(await as(who, now), { reason: "长期病假", ...wishes });
    expect(refusalOf(await by(eastAdmin, { taskIds: (await of(ada)).map(({ id }) => id) }))).toBe("task-ended");
    expect(refusalOf(await by(westOrganizer, { taskIds: [rest[0]?.id] }))).toBe("not-found");
    expect(refusalOf(await by(eastAdmin, { staffNo: await staffNoOf(ada) }))).toBe("invalid@programmeId");
    expect(refusalOf(await by(eastAdmin, { taskIds: [1], staffNo: "S1", programmeId: 1 }))).toBe("invalid@staffNo");
    expect(refusalOf(await waiveTasks.call(await as(eastAdmin, now), { taskIds: [rest[0]?.id], reason: "" }))).toBe("invalid@reason");
    const mine = { staffNo: await staffNoOf(ada), programmeId: programme.id };
    expect(valueOf(await by(eastAdmin, mine)).waived).toBe(3);
    expect(refusalOf(await by(eastAdmin, mine))).toBe("not-found");
    expect((await kindsOf(ada)).filter((kind) => kind === "task-waived")).toHaveLength(1);
    const back = { taskIds: [rest[0]?.id ?? 0], reason: "已返岗" };
    const outcomes = await Promise.all([1, 2, 3, 4].map(async () => unwaiveTasks.call(await as(admin, now), back)));
    expect(outcomes.map(refusalOf).toSorted()).toEqual(["ok", ...Array(3).fill("task-not-waived")]);
    expect(await rowOf(rest[0]?.id ?? 0)).toMatchObject({ waivedAt: null, waiverReason: "" });
    const rows = await desk.select().from(audit).where(eq(audit.action, "task.waive"));
    expect(rows.map(({ reason, actorId }) => [reason, actorId])).toEqual(Array(3).fill(["长期病假", eastAdmin]));
  });

  test("ten who excuse and one who reports at once: one of them was first, and the others are told", async () => {
    const id = await one(eastAdmin, { personIds: [bo] });
    const [owner, office] = [await as(bo, now), await as(eastAdmin, now)];
    const outcomes = await Promise.all([
      ...Array.from({ length: 5 }, () => waiveTasks.call(office, { taskIds: [id], reason: "出差" })),
      reportTask.call(owner, { id, body: "已交" }),
      ...Array.from({ length: 5 }, () => waiveTasks.call(office, { taskIds: [id], reason: "出差" })),
    ]);
    expect(outcomes.map(refusalOf).toSorted()).toEqual(["ok", ...Array(10).fill("task-ended")]);
  });
});

describe("the ledger", () => {
  const list = async (by: number, filter: object = {}, at = now) => valueOf(await listTasks.call(await as(by, at), filter));

  test("without names shows what was given by name and what units owe, and counts for the rest", async () => {
    const programme = await aProgramme({
      branchId: root.id,
      title: "青年读本",
      items: [
        { kind: "reading", dueAt: after(1) },
        { kind: "meeting", owner: "unit" },
      ],
      unitIds: [east.id],
    });
    const seen = await list(admin, { programmeId: programme.id });
    expect(seen.names).toBe("aggregate");
    expect(seen.tasks.map(({ person, branch }) => [person, branch.id])).toEqual([[null, east.id]]);
    const [someone] = (await desk.select().from(tasks).where(eq(tasks.programmeId, programme.id))).filter((row) => row.personId === ada);
    expect(refusalOf(await getTask.call(await as(admin, now), { id: someone?.id }))).toBe("not-found");
    const { groups } = valueOf(await listTaskGroups.call(await as(admin, after(2)), { programmeId: programme.id }));
    const here = groups.find(({ branch, item }) => branch.id === east.id && item.owner === "person");
    expect(here?.counts).toEqual({ open: 0, overdue: 4, done: 0, doneLate: 0, waived: 0, cancelled: 0 });
    expect(JSON.stringify(groups)).not.toContain("安达");
    await desk.update(organisation).set({ lightBurden: false });
    const named = await list(admin, { programmeId: programme.id, q: "安达" });
    expect([named.names, named.tasks.map(({ person }) => person?.name)]).toEqual(["named", ["安达"]]);
    expect(valueOf(await getTask.call(await as(admin, now), { id: someone?.id })).programme?.title).toBe("青年读本");
    await desk.update(organisation).set({ lightBurden: true });
  });

  test("finds people by name, few or very many of them, and nobody beyond the viewer's branches", async () => {
    const [branch, other] = [await aBranch(root.id), await aBranch(root.id)];
    const boss = await aPerson(branch.id, { held: [{ office: "organizer", branchId: branch.id }] });
    const namesakes = await desk
      .insert(people)
      .values(
        Array.from({ length: 1_003 }, (_, at) => ({
          ...{ staffNo: `same${at}`, account: `same${at}`, name: at === 0 ? "同名甲" : "同名" },
          branchId: at === 1 ? other.id : branch.id,
        })),
      )
      .returning({ personId: people.id, branchId: people.branchId });
    await desk.insert(tasks).values(namesakes.map((owner) => ({ ...owner, title: "报到", createdAt: now })));
    expect((await list(boss, { q: "同名" })).total).toBe(1_002);
    expect((await list(boss, { q: "同名甲" })).tasks.map(({ person }) => person?.name)).toEqual(["同名甲"]);
    expect((await list(boss, { q: "无此人" })).tasks).toEqual([]);
  });

  test("turns its pages both ways without losing or repeating a row, the undated last", async () => {
    const branch = await aBranch();
    const boss = await aPerson(branch.id, { held: [{ office: "organizer", branchId: branch.id }] });
    const rows = Array.from({ length: 120 }, (_, at) => ({
      ...{ title: `第${at}件`, branchId: branch.id, createdAt: now, personId: boss },
      dueAt: at % 3 === 0 ? null : after(at % 7),
    }));
    await desk.insert(tasks).values(rows);
    const pages = [];
    for (let after: string | null = ""; after !== null; ) {
      const page: Awaited<ReturnType<typeof list>> = await list(boss, { after });
      pages.push(page);
      after = page.next;
    }
    expect(pages.map((page) => page.tasks.length)).toEqual([50, 50, 20]);
    expect(pages.map((page) => page.total)).toEqual([120, 120, 120]);
    const all = pages.flatMap((page) => page.tasks);
    expect(new Set(all.map(({ id }) => id)).size).toBe(120);
    expect(all.slice(-40).every(({ dueAt }) => dueAt === null)).toBe(true);
    expect(all.slice(0, 80).map(({ dueAt }) => dueAt?.getTime())).toEqual(
      all
        .slice(0, 80)
        .map(({ dueAt }) => dueAt?.getTime())
        .toSorted(),
    );
    const back = await list(boss, { before: pages[2]?.previous });
    expect(back.tasks.map(({ id }) => id)).toEqual(pages[1]?.tasks.map(({ id }) => id));
    expect((await list(boss, { before: back.previous })).previous).toBeNull();
    expect(refusalOf(await listTasks.call(await as(boss), { after: "x" }))).toBe("invalid@after");
  });

  test("what may be left out of a programme is in the own list, but counts for nothing left", async () => {
    const someone = await aPerson(east.id);
    const items = [
      { kind: "reading" as const, dueAt: after(9) },
      { kind: "reading" as const, isRequired: false },
    ];
    const programme = await aProgramme({ branchId: east.id, items, peopleIds: [someone] });
    const { open } = valueOf(await listMyTasks.call(await as(someone, now), {}));
    expect(open.map(({ link }) => link?.path)).toEqual(programme.itemIds.map((id) => `/study/${programme.slug}/items/${id}`));
    expect(valueOf(await countMyTasks.call(await as(someone, now), {}))).toEqual({ left: 1, overdue: 0, nextDueAt: after(9) });
  });

  test("narrows by state, window and kind", async () => {
    const branch = await aBranch();
    const boss = await aPerson(branch.id, { held: [{ office: "branch_admin", branchId: branch.id }] });
    const base = { branchId: branch.id, createdAt: now, personId: boss };
    await desk.insert(tasks).values([
      { ...base, title: "过期", dueAt: after(-1) },
      { ...base, title: "明天", dueAt: after(24) },
      { ...base, title: "完成", dueAt: after(24), doneAt: now },
    ]);
    const titles = async (filter: object) => (await list(boss, filter)).tasks.map(({ title }) => title);
    expect(await titles({ overdue: "on" })).toEqual(["过期"]);
    expect(await titles({ state: "unfinished" })).toEqual(["过期", "明天"]);
    expect(await titles({ state: "done" })).toEqual(["完成"]);
    expect(await titles({ dueFrom: "2026-11-27", dueTo: "2026-11-27" })).toEqual(["明天", "完成"]);
    expect(await titles({ kind: "programme" })).toEqual([]);
    expect(await titles({ branchId: root.id })).toEqual([]);
  });
});
