import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { notices } from "#db/schema/notices.ts";
import { audit } from "#db/schema/operations.ts";
import { organisation } from "#db/schema/people.ts";
import { branchFlags, tasks } from "#db/schema/tasks.ts";
import { can } from "#domain/access.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, anOrganisation, aPerson, as } from "#tests/world/people.ts";
import { aProgramme } from "#tests/world/programme.ts";
import { closeFlag } from "./close-flag.ts";
import { getFlag } from "./get-flag.ts";
import { getUnitLists } from "./get-unit-lists.ts";
import { listFlags } from "./list-flags.ts";
import { listMyFlags } from "./list-my-flags.ts";
import { listSupervision } from "./list-supervision.ts";
import { noteFlag } from "./note-flag.ts";
import { raiseFlag } from "./raise-flag.ts";

const now = new Date("2026-11-26T02:00:00Z");
const after = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
type Branch = { id: number; path: string; name: string };
let root: Branch, east: Branch, west: Branch, deep: Branch;
let admin: number, eastAdmin: number, westOrganizer: number, leader: number, member: number, reviewer: number;

beforeAll(async () => {
  await anOrganisation();
  root = await aBranch();
  [east, west] = [await aBranch(root.id), await aBranch(root.id)];
  deep = await aBranch(east.id);
  const held = (office: "admin" | "branch_admin" | "organizer" | "leader" | "reviewer", branchId: number) => ({
    held: [{ office, branchId }],
  });
  admin = await aPerson(root.id, held("admin", root.id));
  eastAdmin = await aPerson(east.id, held("branch_admin", east.id));
  westOrganizer = await aPerson(west.id, held("organizer", west.id));
  leader = await aPerson(east.id, held("leader", east.id));
  reviewer = await aPerson(east.id, held("reviewer", root.id));
  member = await aPerson(deep.id);
});

describe("a branch that falls behind", () => {
  const raise = async (by: number, wishes: object) => raiseFlag.call(await as(by, now), { reason: "连续两周没有进展", ...wishes });

  test("is told once, from above; answers by its leader; and is closed once, from above", async () => {
    const asked = await Promise.all(Array.from({ length: 5 }, () => raise(admin, { branchId: east.id })));
    expect(asked.map(refusalOf).toSorted()).toEqual([...Array(4).fill("already-flagged"), "ok"]);
    expect(refusalOf(await raise(eastAdmin, { branchId: east.id }))).toBe("not-found");
    expect(refusalOf(await raise(westOrganizer, { branchId: deep.id }))).toBe("not-found");
    expect(refusalOf(await raise(admin, { branchId: east.id, reason: " " }))).toBe("invalid@reason");
    const [flag] = valueOf(await listMyFlags.call(await as(leader, now), {})).flags;
    expect(flag).toMatchObject({ reason: "连续两周没有进展", closedAt: null });
    const id = flag?.id ?? 0;
    expect(await database("desk").select().from(notices).where(eq(notices.personId, leader))).toMatchObject([{ kind: "flag-raised" }]);
    valueOf(await noteFlag.call(await as(leader, after(1)), { id, body: "每周三集中学习" }));
    for (const who of [member, reviewer, westOrganizer])
      expect(refusalOf(await noteFlag.call(await as(who, now), { id, body: "x" }))).toBe("not-found");
    expect(refusalOf(await closeFlag.call(await as(eastAdmin, now), { id, note: "好了" }))).toBe("not-found");
    const closings = await Promise.all([1, 2, 3].map(async () => closeFlag.call(await as(admin, after(2)), { id, note: "已补齐" })));
    expect(closings.map(refusalOf).toSorted()).toEqual(["flag-closed", "flag-closed", "ok"]);
    expect(refusalOf(await noteFlag.call(await as(leader, after(3)), { id, body: "补充" }))).toBe("flag-closed");
    expect(valueOf(await getFlag.call(await as(leader, now), { id }))).toMatchObject({
      closingNote: "已补齐",
      thread: [{ body: "每周三集中学习" }],
      mayClose: false,
    });
    expect(valueOf(await listMyFlags.call(await as(leader, now), {})).flags).toEqual([]);
    valueOf(await raise(admin, { branchId: east.id }));
    const entries = await database("desk").select().from(audit).where(eq(audit.object, "flag")).orderBy(audit.id);
    expect(entries.map(({ action }) => action)).toEqual(["flag.raise", "flag.note", "flag.close", "flag.raise"]);
  });

  test("in one programme, which must be its own", async () => {
    const programme = await aProgramme({ branchId: west.id });
    valueOf(await raise(admin, { branchId: west.id, programmeId: programme.id }));
    expect(refusalOf(await raise(admin, { branchId: deep.id, programmeId: programme.id }))).toBe("no-such-programme@programmeId");
    expect(refusalOf(await raise(admin, { branchId: deep.id, programmeId: 999_999 }))).toBe("no-such-programme@programmeId");
  });

  test("the list shows exactly what can.seeFlag allows to everyone who has the desk of tasks", async () => {
    const { rows } = await database("desk").execute<{ id: string; path: string }>(
      sql`select f.id, b.path from branch_flags f join branches b on b.id = f.branch_id order by f.id`,
    );
    expect(rows.length).toBe(await database("desk").$count(branchFlags));
    for (const person of [admin, eastAdmin, westOrganizer, leader, member, reviewer]) {
      const { viewer } = await as(person);
      const allowed = rows.filter(({ path }) => can.seeFlag(viewer, { path })).map(({ id }) => Number(id));
      const opened = await Promise.all(rows.map(async ({ id }) => getFlag.call(await as(person), { id })));
      expect(opened.flatMap((outcome) => (outcome.ok ? [outcome.value.id] : []))).toEqual(allowed);
      if (!can.seeTasks(viewer)) continue;
      const { flags } = valueOf(await listFlags.call(await as(person), {}));
      expect(flags.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(allowed);
    }
  });
});

describe("the overview", () => {
  const look = async (by: number, filter: object = {}) => valueOf(await listSupervision.call(await as(by, now), filter));

  test("sums a branch with everything below it; in light-burden mode no rate and no order by rank", async () => {
    const base = { title: "一件", createdAt: after(-99) };
    await database("desk")
      .insert(tasks)
      .values([
        { ...base, branchId: deep.id, personId: member, dueAt: after(-48) },
        { ...base, branchId: deep.id, personId: member, dueAt: after(48) },
        { ...base, branchId: east.id, dueAt: after(-24), doneAt: after(-30) },
        { ...base, branchId: west.id, dueAt: null, waivedAt: now, waiverReason: "撤并" },
        { ...base, branchId: root.id, dueAt: after(-1), cancelledAt: now },
      ]);
    const { rows, lightBurden } = await look(admin, { kind: "ad_hoc", sort: "overdue" });
    expect(lightBurden).toBe(true);
    expect(rows.map(({ branch, open, overdue, done, waived, rate }) => [branch.id, open, overdue, done, waived, rate])).toEqual([
      [root.id, 2, 1, 1, 1, null],
      [east.id, 2, 1, 1, 0, null],
      [west.id, 0, 0, 0, 1, null],
    ]);
    expect(rows[1]).toMatchObject({ oldest: after(-48), below: 1, flag: { raisedAt: now }, mayFlag: true });
    await database("desk").update(organisation).set({ lightBurden: false });
    const open = await look(admin, { kind: "ad_hoc", sort: "overdue" });
    expect(open.rows.map(({ rate }) => rate)).toEqual([33.3, 33.3, null]);
    await database("desk").update(organisation).set({ lightBurden: true });
    const inside = await look(eastAdmin, { branchId: east.id, kind: "ad_hoc" });
    expect(inside.path.map(({ id }) => id)).toEqual([east.id]);
    expect(inside.rows.map(({ branch }) => branch.id)).toEqual([east.id, deep.id]);
    expect((await look(eastAdmin, { branchId: west.id })).rows).toEqual([]);
    expect(refusalOf(await listSupervision.call(await as(leader, now), {}))).toBe("forbidden");
  });

  test("a unit has two lists: what it answers for, and what is due", async () => {
    await database("desk").insert(tasks).values({ title: "意识形态工作责任", branchId: east.id, createdAt: now });
    const lists = valueOf(await getUnitLists.call(await as(eastAdmin, now), { id: east.id }));
    expect(lists.responsibilities.map(({ title }) => title)).toEqual(["意识形态工作责任"]);
    expect(lists.due.map(({ title, state }) => [title, state])).toEqual([["一件", "done"]]);
    expect(refusalOf(await getUnitLists.call(await as(westOrganizer, now), { id: east.id }))).toBe("not-found");
  });
});
