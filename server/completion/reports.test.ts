import { eq, inArray, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { organisation, people } from "#db/schema/people.ts";
import { programmeItems } from "#db/schema/programmes.ts";
import { tasks } from "#db/schema/tasks.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, anOrganisation, aPerson, as } from "#tests/world/people.ts";
import { aProgramme } from "#tests/world/programme.ts";
import { getBranchReport } from "./get-branch-report.ts";
import { getNotDone } from "./get-not-done.ts";
import { getPeopleReport } from "./get-people-report.ts";
import { listReports } from "./list-reports.ts";

const now = new Date("2026-11-20T08:00:00Z");
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
type Place = Awaited<ReturnType<typeof aBranch>>;
let root: Place, east: Place, one: Place, two: Place, tiny: Place, west: Place;
let admin: number, organizer: number, westAdmin: number, member: number, mover: number;
let programme: Awaited<ReturnType<typeof aProgramme>>;
const desk = () => database("desk");

/** Ends every task in its own way, by its number; nobody's rule is asked. */
async function endTasks(): Promise<void> {
  const rows = await desk().select().from(tasks).where(eq(tasks.programmeId, programme.id)).orderBy(tasks.id);
  for (const [at, { id, dueAt }] of rows.entries()) {
    const way = (at * 7) % 10;
    const late = new Date((dueAt ?? now).getTime() + 1);
    if (way < 3)
      await desk()
        .update(tasks)
        .set({ doneAt: days(-8) })
        .where(eq(tasks.id, id));
    else if (way < 5) await desk().update(tasks).set({ doneAt: late }).where(eq(tasks.id, id));
    else if (way === 5) await desk().update(tasks).set({ waivedAt: now, waiverReason: "产假" }).where(eq(tasks.id, id));
    else if (way === 6) await desk().update(tasks).set({ cancelledAt: now }).where(eq(tasks.id, id));
  }
}

beforeAll(async () => {
  await anOrganisation(false);
  root = await aBranch(null, "总部");
  east = await aBranch(root.id, "东区");
  west = await aBranch(root.id, "西区");
  one = await aBranch(east.id, "东一支部");
  two = await aBranch(east.id, "东二支部");
  tiny = await aBranch(east.id, "东三支部");
  for (const [branch, count] of [
    [one, 4],
    [two, 5],
    [tiny, 1],
    [west, 6],
    [east, 1],
  ] as const)
    for (let at = 0; at < count; at += 1) await aPerson(branch.id, { tags: at % 2 === 0 ? ["骨干"] : [] });
  mover = await aPerson(one.id, { name: "调动人" });
  programme = await aProgramme({
    branchId: root.id,
    opensAt: days(-10),
    closesAt: days(10),
    modules: ["一", "二"],
    audiences: [{ name: "骨干", tags: ["骨干"] }, { name: "其他" }],
    items: [
      { kind: "reading", dueAt: days(-5) },
      { kind: "quiz", dueAt: days(-1) },
      { kind: "meeting", module: 1 },
      { kind: "reflection", module: 1, isRequired: false },
      { kind: "contest", module: 1, dueAt: days(-2) },
      { kind: "meeting", module: 1, owner: "unit", dueAt: days(-3) },
      { kind: "reading", title: "撤下的" },
    ],
    unitIds: [one.id, two.id, tiny.id, west.id],
  });
  await endTasks();
  await desk()
    .update(programmeItems)
    .set({ retiredAt: now })
    .where(eq(programmeItems.id, programme.itemIds[6] ?? 0));
  // Who moved: what was open follows, what had ended stays (R41).
  await desk().update(people).set({ branchId: west.id }).where(eq(people.id, mover));
  await desk()
    .update(tasks)
    .set({ doneAt: days(-8), waivedAt: null, waiverReason: "", cancelledAt: null })
    .where(sql`person_id = ${mover} and item_id = ${programme.itemIds[0]}`);
  await desk()
    .update(tasks)
    .set({ doneAt: null, waivedAt: null, waiverReason: "", cancelledAt: null, branchId: west.id })
    .where(sql`person_id = ${mover} and item_id in (${programme.itemIds[1]}, ${programme.itemIds[2]})`);
  admin = await aPerson(root.id, { held: [{ office: "admin", branchId: root.id }] });
  organizer = await aPerson(root.id, { held: [{ office: "organizer", branchId: east.id }] });
  westAdmin = await aPerson(root.id, { held: [{ office: "branch_admin", branchId: west.id }] });
  member = await aPerson(west.id);
});

/** The same from the raw rows, written a second time and differently. */
async function recount(inScope: (path: string) => boolean, only: (task: typeof tasks.$inferSelect) => boolean = () => true) {
  const paths = new Map(
    (await desk().execute<{ id: string; path: string }>(sql`select id, path from branches`)).rows.map((row) => [Number(row.id), row.path]),
  );
  const items = await desk().select().from(programmeItems).where(inArray(programmeItems.id, programme.itemIds));
  const live = new Set(items.filter(({ retiredAt }) => retiredAt === null).map(({ id }) => id));
  const required = new Set(items.filter(({ isRequired, owner }) => isRequired && owner === "person").map(({ id }) => id));
  const rows = (await desk().select().from(tasks).where(eq(tasks.programmeId, programme.id))).filter(
    (task) => live.has(task.itemId ?? 0) && inScope(paths.get(task.branchId) ?? "") && only(task),
  );
  const figuresOf = (mine: typeof rows) => {
    let [done, late, overdue, waived, cancelled] = [0, 0, 0, 0, 0];
    for (const { doneAt, dueAt, waivedAt, cancelledAt } of mine) {
      if (doneAt) done += 1;
      if (doneAt && dueAt && doneAt > dueAt) late += 1;
      if (waivedAt) waived += 1;
      if (cancelledAt) cancelled += 1;
      if (!doneAt && !waivedAt && !cancelledAt && dueAt && dueAt < now) overdue += 1;
    }
    const due = mine.length - waived - cancelled;
    const percent = due === 0 ? null : Number(((done / due) * 100).toFixed(1));
    return { assigned: mine.length, done, late, open: due - done - overdue, overdue, waived, cancelled, percent };
  };
  const persons = [...new Set(rows.flatMap(({ personId, cancelledAt }) => (personId && !cancelledAt ? [personId] : [])))];
  const pending = rows.filter((row) => required.has(row.itemId ?? 0) && !row.doneAt && !row.waivedAt && !row.cancelledAt);
  return {
    people: persons.length,
    unfinished: new Set(pending.map(({ personId }) => personId)).size,
    total: figuresOf(rows.filter(({ itemId }) => required.has(itemId ?? 0))),
    byItem: (id: number) => figuresOf(rows.filter(({ itemId }) => itemId === id)),
    ofPerson: (id: number) => figuresOf(rows.filter(({ itemId, personId }) => personId === id && required.has(itemId ?? 0))),
  };
}

const branches = async (personId: number, more: object = {}) =>
  valueOf(await getBranchReport.call(await as(personId, now), { slug: programme.slug, ...more }));
const persons = async (personId: number, more: object = {}) =>
  valueOf(await getPeopleReport.call(await as(personId, now), { slug: programme.slug, ...more }));
const notDone = async (personId: number, more: object = {}) =>
  valueOf(await getNotDone.call(await as(personId, now), { slug: programme.slug, ...more }));
const under = (place: Place) => (path: string) => path.startsWith(place.path);

describe("the same numbers, counted a second time", () => {
  test("branches × items: whole, lines, items; a branch is the sum over what is below it", async () => {
    const report = await branches(admin);
    const whole = await recount(under(root));
    expect(report.whole).toMatchObject({ people: whole.people, unfinished: whole.unfinished, total: whole.total });
    expect(report.items.map(({ title }) => title)).toEqual(["项目1", "项目2", "项目3", "项目4", "项目5", "项目6"]);
    expect(report.whole?.items).toEqual(report.items.map(({ id }) => whole.byItem(id)));
    expect(report.rows.map(({ branch }) => branch?.name)).toEqual(["东区", "西区"]);
    for (const [at, place] of [east, west].entries()) {
      const own = await recount(under(place));
      expect(report.rows[at]).toMatchObject({ people: own.people, unfinished: own.unfinished, total: own.total });
      expect(report.rows[at]?.items).toEqual(report.items.map(({ id }) => own.byItem(id)));
    }
    expect(report.whole?.total.percent).not.toBe(((report.rows[0]?.total.percent ?? 0) + (report.rows[1]?.total.percent ?? 0)) / 2);
    const study = report.whole?.radar.find(({ axis }) => axis === "study");
    const reading = whole.byItem(programme.itemIds[0] ?? 0);
    expect(study).toEqual({
      axis: "study",
      done: reading.done,
      due: reading.done + reading.open + reading.overdue,
      percent: reading.percent,
    });
  });

  test("the sides of each branch are its own required items by kind, with their arithmetic; what may be left out is on no side", async () => {
    const report = await branches(admin);
    const [reading, quiz, meeting, , contest] = programme.itemIds;
    const sides = { study: reading, practice: quiz, meetings: meeting, contests: contest };
    for (const [at, place] of [east, west].entries()) {
      const own = await recount(under(place));
      const said = Object.entries(sides).map(([axis, item]) => {
        const { assigned, waived, cancelled, done, percent } = own.byItem(item ?? 0);
        return { axis, done, due: assigned - waived - cancelled, percent };
      });
      const radar = report.rows[at]?.radar ?? [];
      expect(radar.filter(({ axis }) => axis !== "writing")).toEqual(said);
      expect(radar.find(({ axis }) => axis === "writing")).toEqual({ axis: "writing", done: 0, due: 0, percent: null });
    }
  });

  test("people × items: whole, columns and every person's row; the columns are of the whole filter", async () => {
    const report = await persons(admin);
    const whole = await recount((path) => under(root)(path));
    expect(report.whole).toMatchObject({ people: whole.people, unfinished: whole.unfinished, total: whole.total });
    expect(report.whole?.items).toEqual(report.items.map(({ id }) => whole.byItem(id)));
    expect(report.people).toHaveLength(whole.people);
    for (const person of report.people) expect(person.counts).toEqual(whole.ofPerson(person.id));
    const cells = report.people.flatMap((person) => person.cells);
    for (const state of ["done", "done_late", "open", "overdue", "waived", "cancelled"] as const) expect(cells).toContain(state);
    const column = report.items.findIndex(({ id }) => id === programme.itemIds[1]);
    const overdue = report.people.filter((person) => person.cells[column] === "overdue").length;
    expect(report.whole?.items[column]?.overdue).toBe(overdue);
  });

  test("filters: branch, module, item, state, audience, name; page, roll-up and people agree on each", async () => {
    const tags = new Map((await desk().select().from(people)).map(({ id, tags: own }) => [id, own]));
    const audience = programme.audienceIds[0] ?? 0;
    const core = await recount(under(root), ({ personId }) => personId !== null && (tags.get(personId) ?? []).includes("骨干"));
    for (const report of [await branches(admin, { audience }), await persons(admin, { audience })])
      expect(report.whole).toMatchObject({ people: core.people, unfinished: core.unfinished, total: core.total });
    const rest = await recount(under(root), ({ personId }) => personId !== null && !(tags.get(personId) ?? []).includes("骨干"));
    expect((await persons(admin, { audience: programme.audienceIds[1] })).whole).toMatchObject({ people: rest.people, total: rest.total });
    const inModule = new Set(programme.itemIds.slice(2, 6));
    const second = await recount(under(east), ({ itemId }) => inModule.has(itemId ?? 0));
    const narrowed = await persons(admin, { module: programme.moduleIds[1], branchId: east.id });
    expect(narrowed.whole).toMatchObject({ people: second.people, unfinished: second.unfinished, total: second.total });
    expect((await branches(admin, { module: programme.moduleIds[1], branchId: east.id })).whole?.total).toEqual(narrowed.whole?.total);
    const late = await persons(admin, { item: programme.itemIds[1], state: "overdue" });
    expect(late.people.length).toBeGreaterThan(0);
    expect(late.people.every(({ cells }) => cells.join() === "overdue")).toBe(true);
    expect(late.whole).toMatchObject({ people: late.people.length, total: { assigned: late.people.length, percent: 0 } });
    expect((await persons(admin, { q: "调动" })).people.map(({ id }) => id)).toEqual([mover]);
    for (const wrong of [{ audience: 999_999 }, { module: 999_999 }, { item: 999_999 }, { branchId: 999_999 }])
      expect(refusalOf(await getPeopleReport.call(await as(admin, now), { slug: programme.slug, ...wrong }))).toBe("not-found");
    for (const wrong of [{ page: 0 }, { state: "best" }, { size: "5000" }, { item: "x" }, { sort: "time" }])
      expect(refusalOf(await getPeopleReport.call(await as(admin, now), { slug: programme.slug, ...wrong }))).toMatch(/^invalid@/);
  });

  test("who moved: what had ended counts where it ended, what was open where the person is now, and is one person of the whole (R41)", async () => {
    const [here, there] = [await persons(admin, { branchId: one.id }), await persons(admin, { branchId: west.id })];
    const left = here.people.find(({ id }) => id === mover);
    const came = there.people.find(({ id }) => id === mover);
    expect([left?.branch, came?.branch?.name]).toEqual([null, "西区"]);
    expect([left?.cells.slice(0, 3), came?.cells.slice(0, 3)]).toEqual([
      ["done", "elsewhere", "elsewhere"],
      ["elsewhere", "overdue", "open"],
    ]);
    const all = await persons(admin, { q: "调动人" });
    expect(all.people[0]?.cells.slice(0, 3)).toEqual(["done", "overdue", "open"]);
    const report = await branches(admin);
    expect(report.whole?.people).toBe((report.rows[0]?.people ?? 0) + (report.rows[1]?.people ?? 0) - 1);
    expect(report.whole?.unfinished).toBe((report.rows[0]?.unfinished ?? 0) + (report.rows[1]?.unfinished ?? 0));
  });

  test("the list of programmes has the same sums as each report", async () => {
    const listed = valueOf(await listReports.call(await as(admin, now), { period: "running" }));
    const report = await branches(admin);
    expect(listed.programmes).toMatchObject([
      { slug: programme.slug, people: report.whole?.people, unfinished: report.whole?.unfinished, total: report.whole?.total, items: 6 },
    ]);
    expect(valueOf(await listReports.call(await as(admin, now), { period: "over" })).programmes).toEqual([]);
  });

  test("an item that was withdrawn is in no report, though its tasks stand in the ledger", async () => {
    const own = await aBranch(null, "另一处");
    for (let at = 0; at < 3; at += 1) await aPerson(own.id);
    const chief = await aPerson(own.id, { held: [{ office: "admin", branchId: own.id }] });
    const { slug, itemIds } = await aProgramme({ branchId: own.id, opensAt: days(-2), items: [{}, { kind: "meeting" }] });
    await desk()
      .update(programmeItems)
      .set({ retiredAt: now })
      .where(eq(programmeItems.id, itemIds[1] ?? 0));
    const context = await as(chief, now);
    for (const { whole } of [
      valueOf(await getBranchReport.call(context, { slug })),
      valueOf(await getPeopleReport.call(context, { slug })),
    ]) {
      expect(whole).toMatchObject({ people: 4, total: { assigned: 4 } });
      expect(whole?.items).toHaveLength(1);
    }
    const { people: lines } = valueOf(await getPeopleReport.call(await as(chief, now), { slug }));
    expect(lines.map(({ counts }) => counts.assigned)).toEqual([1, 1, 1, 1]);
  });

  test("not done: as many names as the roll-up says people, of a programme and of an item", async () => {
    const [all, report] = [await notDone(admin), await branches(admin)];
    expect([all.named?.length, all.unfinished]).toEqual([report.whole?.unfinished, report.whole?.unfinished]);
    const item = programme.itemIds[1] ?? 0;
    const quiz = await notDone(admin, { item });
    const column = report.whole?.items[report.items.findIndex(({ id }) => id === item)];
    expect(quiz.named).toHaveLength((column?.open ?? 0) + (column?.overdue ?? 0));
    expect(quiz.byBranch.reduce((sum, { unfinished }) => sum + unfinished, 0)).toBe(quiz.unfinished);
    const unit = await notDone(admin, { item: programme.itemIds[5] });
    const raw = await recount(under(root));
    const owed = raw.byItem(programme.itemIds[5] ?? 0);
    expect(unit.units).toHaveLength(owed.open + owed.overdue);
    expect(unit.named).toEqual([]);
  });
});

describe("who sees which part", () => {
  test("an office sees its own subtree of the programme and nothing beside it", async () => {
    const report = await branches(organizer);
    expect([report.scope.focus?.name, report.scope.above]).toEqual(["东区", []]);
    expect((await branches(admin, { branchId: one.id })).scope.above.map(({ name }) => name)).toEqual(["总部", "东区"]);
    const own = await recount(under(west));
    expect((await branches(westAdmin)).whole).toMatchObject({ people: own.people, total: own.total });
    for (const verb of [getBranchReport, getPeopleReport, getNotDone]) {
      expect(refusalOf(await verb.call(await as(westAdmin, now), { slug: programme.slug, branchId: east.id }))).toBe("not-found");
      expect(refusalOf(await verb.call(await as(westAdmin, now), { slug: programme.slug, branchId: root.id }))).toBe("not-found");
      expect(refusalOf(await verb.call(await as(member, now), { slug: programme.slug }))).toBe("forbidden");
      expect(refusalOf(await verb.call(await as(admin, now), { slug: "nothing" }))).toBe("not-found");
    }
  });

  test("a branch of one has no line of its own but for who administers it, and cannot be had by subtraction (D5)", async () => {
    expect((await branches(admin, { branchId: east.id })).rows.map(({ branch }) => branch?.name)).toEqual([
      undefined,
      "东一支部",
      "东二支部",
      "东三支部",
    ]);
    const folded = await branches(organizer);
    expect(folded.rows.map(({ branch }) => branch?.name)).toEqual([undefined, "东二支部"]);
    expect([folded.folded, folded.rows[0]?.people]).toEqual([2, 7]);
    // A small branch has no side of its own either: all lines together are the whole, and there is none but these two.
    for (const [axis, whole] of (folded.whole?.radar ?? []).entries())
      expect(folded.rows.reduce((sum, { radar }) => sum + (radar[axis]?.due ?? 0), 0)).toBe(whole.due);
    const small = await branches(organizer, { branchId: tiny.id });
    expect([small.whole, small.rows]).toEqual([null, []]);
    const { people: shown } = await branches(organizer).then(({ whole }) => ({ people: whole?.people }));
    expect(shown).toBe((await recount(under(east))).people);
  });
});

describe("light-burden mode", () => {
  test("ranking by rate is for organisations without it; with it people stand by branch and pinyin", async () => {
    const ranked = await persons(admin, { sort: "rate" });
    expect([ranked.sort, ranked.mayRank]).toEqual(["rate", true]);
    const rates = ranked.people.flatMap(({ counts: { percent } }) => (percent === null ? [] : [percent]));
    expect(rates).toEqual(rates.toSorted((a, b) => a - b));
    await desk()
      .update(organisation)
      .set({ lightBurden: true, policies: { studyNames: "reason" } });
    expect(await persons(admin, { sort: "rate" })).toMatchObject({ sort: "branch", mayRank: false });
  });
});
