import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { organisation, people } from "#db/schema/people.ts";
import { openPoints } from "#db/schema/programmes.ts";
import { tasks } from "#db/schema/tasks.ts";
import { readTable } from "#server/imports/read-table.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, anOrganisation, aPerson, as } from "#tests/world/people.ts";
import { aProgramme } from "#tests/world/programme.ts";
import { exportOpenPoints } from "./export-open-points.ts";
import { getMyProgress } from "./get-my-progress.ts";
import { getPersonProgress } from "./get-person-progress.ts";
import { listOpenPointsOverview } from "./list-open-points.ts";

const now = new Date("2026-11-20T08:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
type Place = Awaited<ReturnType<typeof aBranch>>;
let root: Place, east: Place, west: Place;
let admin: number, eastAdmin: number, member: number;
const desk = () => database("desk");

beforeAll(async () => {
  await anOrganisation(true);
  root = await aBranch(null, "总部");
  east = await aBranch(root.id, "东区");
  west = await aBranch(root.id, "西区");
  admin = await aPerson(root.id, { held: [{ office: "admin", branchId: root.id }] });
  eastAdmin = await aPerson(root.id, { held: [{ office: "branch_admin", branchId: east.id }] });
  member = await aPerson(east.id, { name: "成员甲" });
});

describe("one person's progress", () => {
  test("all of it for oneself, wherever it was done; a move changes nothing of it (R41)", async () => {
    const { itemIds } = await aProgramme({
      branchId: root.id,
      peopleIds: [member],
      opensAt: days(-5),
      items: [{ kind: "reading" }, { kind: "quiz", dueAt: days(-1) }, { kind: "meeting", isRequired: false }],
    });
    const [first, second, third] = itemIds;
    await desk()
      .update(tasks)
      .set({ doneAt: days(-3) })
      .where(eq(tasks.itemId, first ?? 0));
    await desk()
      .update(tasks)
      .set({ doneAt: days(-3) })
      .where(eq(tasks.itemId, third ?? 0));
    const mine = async () => valueOf(await getMyProgress.call(await as(member, now), {}));
    const before = await mine();
    expect(before.programmes).toMatchObject([{ counts: { assigned: 2, done: 1, overdue: 1, percent: 50 } }]);
    expect(before.programmes[0]?.items.map(({ id, state }) => [id, state])).toEqual([
      [first, "done"],
      [second, "overdue"],
      [third, "done"],
    ]);
    expect(before.radar.map(({ axis, done, due }) => [axis, done, due])).toEqual([
      ["study", 1, 1],
      ["practice", 0, 1],
      ["meetings", 0, 0],
      ["writing", 0, 0],
      ["contests", 0, 0],
    ]);
    expect(before.namesRule).toBe("aggregate");
    await desk().update(people).set({ branchId: west.id }).where(eq(people.id, member));
    expect(await mine()).toEqual(before);
    await desk().update(people).set({ branchId: east.id }).where(eq(people.id, member));
  });

  test("for offices only with names, and only of their own people", async () => {
    const of = async (personId: number, id: number) => getPersonProgress.call(await as(personId, now), { id });
    expect(valueOf(await of(eastAdmin, member))).toMatchObject({ person: null, progress: null });
    expect(JSON.stringify(await of(eastAdmin, member))).not.toContain("成员甲");
    await desk().update(organisation).set({ lightBurden: false });
    const shown = valueOf(await of(eastAdmin, member));
    expect(shown).toMatchObject({ person: { name: "成员甲" }, progress: { programmes: [{ counts: { percent: 50 } }] } });
    expect(refusalOf(await of(eastAdmin, admin))).toBe("not-found");
    expect(refusalOf(await of(admin, 999_999))).toBe("not-found");
    expect(refusalOf(await of(member, member))).toBe("forbidden");
  });
});

test("a point carried twice is one point, standing in the last campaign with the way it came; a closed one is closed (R40)", async () => {
  const campaigns: Awaited<ReturnType<typeof aProgramme>>[] = [];
  for (const [at, title] of ["春", "夏", "秋"].entries())
    campaigns.push(
      await aProgramme({ branchId: root.id, kind: "campaign", title, opensAt: days(-90 + at * 30), peopleIds: [], items: [] }),
    );
  const note = async (at: number, body: string, more: Partial<typeof openPoints.$inferInsert> = {}) => {
    const row = { programmeId: campaigns[at]?.id ?? 0, branchId: east.id, body, createdAt: days(-80), ...more };
    const [made] = await desk().insert(openPoints).values(row).returning({ id: openPoints.id });
    return made?.id ?? 0;
  };
  const first = await note(0, "活动室漏雨");
  const second = await note(1, "活动室漏雨", { carriedFromId: first });
  const third = await note(2, "活动室漏雨", { carriedFromId: second, dueAt: days(-1) });
  const fresh = await note(2, "缺投影仪", { branchId: west.id, dueAt: days(5) });
  const closed = await note(1, "没有读书角", { closedAt: days(-20), closingNote: "已建成" });
  const asked = async (personId: number, more: object = {}) => valueOf(await listOpenPointsOverview.call(await as(personId, now), more));
  const open = await asked(admin);
  expect(open.points.map(({ id, isOverdue, chain }) => [id, isOverdue, chain.map(({ title }) => title).join()])).toEqual([
    [third, true, "春,夏,秋"],
    [fresh, false, "秋"],
  ]);
  expect(open).toMatchObject({ open: 2, carried: 1, closed: 1, total: 2 });
  expect((await asked(admin, { state: "overdue" })).points.map(({ id }) => id)).toEqual([third]);
  expect((await asked(admin, { state: "closed" })).points).toMatchObject([{ id: closed, closingNote: "已建成" }]);
  expect((await asked(admin, { branchId: west.id, state: "all" })).points.map(({ id }) => id)).toEqual([fresh]);
  expect((await asked(eastAdmin, { state: "all" })).points.map(({ id }) => id)).toEqual([third, closed]);
  expect((await asked(eastAdmin, { branchId: west.id })).points).toEqual([]);
  expect(refusalOf(await listOpenPointsOverview.call(await as(member, now), {}))).toBe("forbidden");
  await desk().execute(sql`update open_points set closed_at = ${now}, closing_note = '已修' where id = ${third}`);
  expect(await asked(admin)).toMatchObject({ open: 1, carried: 0, closed: 2 });
  const file = async (personId: number, more: object) => {
    const { bytes } = valueOf(await exportOpenPoints.call(await as(personId, now), more));
    return (await readTable(bytes, "a.xlsx")).rows.map(({ cells }) => [cells[0], cells[2], cells[3], cells[6]]);
  };
  const east2 = [
    ["活动室漏雨", "春 → 夏 → 秋"],
    ["没有读书角", "夏"],
  ];
  expect((await file(eastAdmin, { state: "all" })).map(([body, , way]) => [body, way])).toEqual(east2);
  expect(await file(admin, {})).toEqual([["缺投影仪", expect.any(String), "秋", "未关闭"]]);
});
