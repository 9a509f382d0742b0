import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { branches } from "#db/schema/people.ts";
import { programmes } from "#db/schema/programmes.ts";
import { can } from "#domain/access.ts";
import { recordOutcome } from "#server/outcomes/record-outcome.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aBranch, aPerson, as } from "#tests/world/people.ts";
import { aText } from "#tests/world/programme.ts";
import { aCounty, aDraft, anItem, aProgramme, day } from "#tests/world/study-plan.ts";
import { cancelProgramme } from "./cancel-programme.ts";
import { copyProgramme } from "./copy-programme.ts";
import { findProgramme } from "./find-programme.ts";
import { getProgrammeDesk } from "./get-programme-desk.ts";
import { makeProgramme } from "./make-programme.ts";
import { publishProgramme } from "./publish-programme.ts";
import { saveProgramme } from "./save-programme.ts";
import { syncProgrammes } from "./sync-programmes.ts";
import { runBy, takenBy, visibleTo } from "./visible-programmes.ts";

const db = () => database("desk");
type Owed = { item: string; person: number | null; branch: number; state: string; due: string | null };

/** Every task of a programme in words. */
async function ledger(slug: string): Promise<Owed[]> {
  const { rows } = await db().execute<{ item: string; person: string | null; branch: string; state: string; due: Date | null }>(sql`
    select i.title as item, t.person_id as person, t.branch_id as branch, t.due_at as due,
      case when t.done_at is not null then 'done' when t.waived_at is not null then 'waived' when t.cancelled_at is not null then 'cancelled' else 'open' end as state
    from tasks t join programme_items i on i.id = t.item_id join programmes p on p.id = t.programme_id where p.slug = ${slug}
    order by i.place, t.person_id, t.branch_id`);
  return rows.map((row) => ({
    ...row,
    person: row.person === null ? null : Number(row.person),
    branch: Number(row.branch),
    due: row.due && new Date(row.due).toISOString(),
  }));
}
const brief = async (slug: string) => (await ledger(slug)).map(({ item, person, state }) => `${item} ${person ?? "unit"} ${state}`);
const desk = async (organizer: number, slug: string) => valueOf(await getProgrammeDesk.call(await as(organizer, day(0)), { slug }));
const save = async (organizer: number, slug: string, revision: number, draft: object, now = day(1)) =>
  saveProgramme.call(await as(organizer, now), { ...draft, slug, revision });

describe("publishing", () => {
  test("makes one task for each person of the audience and item, and one for each unit; what was done before is done", async () => {
    const { root, left, right, organizer } = await aCounty();
    const [ada, ben, cai] = [await aPerson(left.id, { tags: ["青年"] }), await aPerson(right.id), await aPerson(right.id)];
    await db().execute(sql`update people set disabled_at = now() where id = ${cai}`);
    const text = await aText();
    await db().transaction((tx) =>
      recordOutcome(tx, { personId: ben, kind: "material", subjectId: text.id, completedAt: day(-9), now: day(-9) }),
    );
    const slug = await aProgramme(
      organizer,
      aDraft(
        root.id,
        [
          anItem("一", { kind: "reading", material: text.slug, dueAt: day(7).toISOString() }),
          anItem("二", { audiences: ["y"] }),
          anItem("三", { audiences: ["r"], isRequired: false }),
          anItem("四", { owner: "unit" }),
        ],
        {
          audiences: [
            { key: "y", name: "青年", tags: ["青年"] },
            { key: "r", name: "其他" },
          ],
        },
      ),
    );
    const all = await ledger(slug);
    expect(all.map(({ item, person, branch, state }) => [item, person, branch, state])).toEqual([
      ["事项一", organizer, root.id, "open"],
      ["事项一", ada, left.id, "open"],
      ["事项一", ben, right.id, "done"],
      ["事项二", ada, left.id, "open"],
      ["事项三", organizer, root.id, "open"],
      ["事项三", ben, right.id, "open"],
      ["事项四", null, root.id, "open"],
      ["事项四", null, left.id, "open"],
      ["事项四", null, right.id, "open"],
    ]);
    expect([...new Set(all.map(({ item, due }) => `${item} ${due}`))]).toEqual([
      `事项一 ${day(7).toISOString()}`,
      `事项二 ${day(30).toISOString()}`,
      "事项三 null",
      `事项四 ${day(30).toISOString()}`,
    ]);
    const notices = await db().execute(
      sql`select person_id from notices where kind = 'programme-published' and path = ${`/study/${slug}`}`,
    );
    expect(notices.rows.length).toBe(3);
    const { reach } = await desk(organizer, slug);
    expect(reach).toMatchObject({ people: 3, units: 3, tasks: 9 });
  });

  test("once, also when ten ask at the same moment; a template, one that is over and one that is not ready are refused", async () => {
    const { root, left, organizer } = await aCounty();
    await aPerson(left.id);
    const make = async (draft: object) => valueOf(await makeProgramme.call(await as(organizer, day(-2)), draft)).slug;
    const slug = await make(aDraft(root.id, [anItem("一")]));
    const context = await as(organizer, day(-1));
    const told = await Promise.all(Array.from({ length: 10 }, () => publishProgramme.call(context, { slug })));
    expect(told.map(refusalOf).sort()).toEqual(["ok", ...Array(9).fill("programme-published")].sort());
    expect((await ledger(slug)).length).toBe(2);
    const publish = async (draft: object, now = day(-1)) =>
      refusalOf(await publishProgramme.call(await as(organizer, now), { slug: await make(draft) }));
    expect(await publish(aDraft(root.id, [anItem("一")], { kind: "template" }))).toBe("template-stays");
    expect(await publish(aDraft(root.id, [anItem("一")]), day(30))).toBe("window-is-over@closesAt");
    expect(await publish(aDraft(root.id, []))).toBe("invalid@modules.0@modules");
    const huge = { blueprint: [{ category: "没有这一类", count: 3 }] };
    expect(await publish(aDraft(root.id, [anItem("一", { kind: "quiz", quiz: huge })]))).toBe(
      "invalid@modules.0.items.0.quiz.blueprint.0.count",
    );
    const text = await aText();
    await db().execute(sql`update materials set archived_at = now() where id = ${text.id}`);
    expect(await publish(aDraft(root.id, [anItem("一", { kind: "reading", material: text.slug })]))).toBe(
      "invalid@modules.0.items.0.material",
    );
  });

  test("a text the audience may not read, a strange number and a programme that requires itself are refused at their fields", async () => {
    const { root, left, organizer } = await aCounty();
    const hidden = await aText("支部材料", left.id);
    const make = async (draft: object) => makeProgramme.call(await as(organizer, day(-2)), draft);
    expect(refusalOf(await make(aDraft(root.id, [anItem("一", { kind: "reading", material: hidden.slug })])))).toBe(
      "invalid@modules.0.items.0.material",
    );
    expect(refusalOf(await make(aDraft(root.id, [anItem("一", { id: 9_999_999 })])))).toBe("invalid@modules.0.items.0.id");
    expect(refusalOf(await make(aDraft(root.id, [anItem("一", { requires: ["一"] })])))).toBe("invalid@modules.0.items.0.requires");
    const first = valueOf(await make(aDraft(root.id, [anItem("a")])));
    const second = valueOf(await make(aDraft(root.id, [anItem("a")], { requires: [first.slug] })));
    const ask = (slug: string, requires: string[]) => save(organizer, slug, 1, aDraft(root.id, [anItem("a")], { requires }));
    expect(refusalOf(await ask(first.slug, [first.slug]))).toBe("invalid@requires.0");
    expect(refusalOf(await ask(first.slug, [second.slug]))).toBe("invalid@requires.0");
    const { rows } = await db().execute(
      sql`select 1 from programme_prerequisites q join programmes p on p.id = q.programme_id where p.slug = ${first.slug}`,
    );
    expect(rows.length).toBe(0);
    expect((await desk(organizer, first.slug)).revision).toBe(1);
  });
});

describe("editing", () => {
  test("a draft keeps its numbers, forgets what is taken out, and two editors do not overwrite each other", async () => {
    const { root, organizer } = await aCounty();
    const { slug } = valueOf(
      await makeProgramme.call(
        await as(organizer, day(-2)),
        aDraft(root.id, [anItem("a"), anItem("b", { requires: ["a"] })], {
          audiences: [
            { key: "x", name: "甲", tags: ["甲"] },
            { key: "y", name: "乙" },
          ],
        }),
      ),
    );
    const { draft } = await desk(organizer, slug);
    const [first, second] = draft.modules[0]?.items ?? [];
    expect(second?.requires).toEqual([first?.key]);
    const turned = {
      ...draft,
      audiences: draft.audiences.toReversed(),
      modules: [{ ...draft.modules[0], items: [second, anItem("new")].map((item) => ({ ...item, requires: [] })) }],
    };
    expect(refusalOf(await save(organizer, slug, 1, turned))).toBe("ok");
    expect(refusalOf(await save(organizer, slug, 1, turned))).toBe("programme-changed");
    const after = (await desk(organizer, slug)).draft;
    expect(after.modules[0]?.items.map(({ id, title }) => [id === second?.id, title])).toEqual([
      [true, "事项b"],
      [false, "事项new"],
    ]);
    expect(after.audiences.map(({ id }) => id)).toEqual(draft.audiences.map(({ id }) => id).toReversed());
    const rows = await db().execute(sql`select 1 from programme_items where id = ${first?.id ?? 0}`);
    expect(rows.rows.length).toBe(0);
  });

  test("a published programme: new items become tasks, withdrawn ones cancel what is open, dates move, done stays done", async () => {
    const { root, left, organizer } = await aCounty();
    const ada = await aPerson(left.id);
    const slug = await aProgramme(organizer, aDraft(root.id, [anItem("a"), anItem("b")]));
    const { draft, revision } = await desk(organizer, slug);
    const [a, b] = draft.modules[0]?.items ?? [];
    await db().transaction((tx) =>
      recordOutcome(tx, { personId: ada, kind: "reflection", subjectId: b?.id ?? 0, completedAt: day(1), now: day(1) }),
    );
    await db().execute(sql`update tasks set due_at = ${day(3)} where item_id = ${a?.id ?? 0} and person_id = ${organizer}`);
    const edited = {
      ...draft,
      closesAt: day(40).toISOString(),
      modules: [{ ...draft.modules[0], items: [{ ...a, title: "事项甲" }, anItem("c")] }],
    };
    expect(refusalOf(await save(organizer, slug, revision, { ...edited, branchId: left.id }))).toBe("stays-as-published@branchId");
    const other = [{ ...a, kind: "contest", contest: "welcome" }];
    expect(refusalOf(await save(organizer, slug, revision, { ...edited, modules: [{ ...draft.modules[0], items: other }] }))).toMatch(
      /^invalid@/,
    );
    expect(valueOf(await save(organizer, slug, revision, edited))).toMatchObject({ made: 2, cancelled: 1 });
    expect((await brief(slug)).sort()).toEqual(
      [
        `事项甲 ${organizer} open`,
        `事项甲 ${ada} open`,
        `事项b ${organizer} cancelled`,
        `事项b ${ada} done`,
        `事项c ${organizer} open`,
        `事项c ${ada} open`,
      ].sort(),
    );
    const due = (await ledger(slug)).filter(({ item }) => item === "事项甲").map(({ due }) => due);
    expect(due).toEqual([day(3).toISOString(), day(40).toISOString()]);
  });

  test("cancelling with a reason cancels what is open and keeps what is done", async () => {
    const { root, left, organizer } = await aCounty();
    const ada = await aPerson(left.id);
    const slug = await aProgramme(organizer, aDraft(root.id, [anItem("a")]));
    const { draft } = await desk(organizer, slug);
    await db().transaction((tx) =>
      recordOutcome(tx, {
        personId: ada,
        kind: "reflection",
        subjectId: draft.modules[0]?.items[0]?.id ?? 0,
        completedAt: day(1),
        now: day(1),
      }),
    );
    const cancel = async (reason: string) => refusalOf(await cancelProgramme.call(await as(organizer, day(2)), { slug, reason }));
    expect(await cancel("")).toBe("invalid@reason");
    expect(await cancel("合并到新计划")).toBe("ok");
    expect(await cancel("再来一次")).toBe("programme-cancelled");
    expect(await brief(slug)).toEqual([`事项a ${organizer} cancelled`, `事项a ${ada} done`]);
    expect(refusalOf(await save(organizer, slug, 1, draft))).toBe("programme-cancelled");
  });

  test("a copy of last year's moves every date, takes no tasks along and carries open points on (R40)", async () => {
    const { root, left, organizer } = await aCounty();
    const slug = await aProgramme(organizer, aDraft(root.id, [anItem("a", { dueAt: day(5).toISOString() })], { kind: "campaign" }));
    const id = (await findProgramme(db(), slug))?.id ?? 0;
    await db().execute(sql`insert into open_points (programme_id, branch_id, body, created_at, closed_at) values
      (${id}, ${left.id}, '记录不全', ${day(1)}, null), (${id}, ${left.id}, '已经解决', ${day(1)}, ${day(2)})`);
    const copied = valueOf(await copyProgramme.call(await as(organizer, day(40)), { slug, opensOn: "2027-12-01", title: "新一年" }));
    expect(copied.carried).toBe(1);
    const { draft, openPoints, copiedFrom, state } = await desk(organizer, copied.slug);
    expect([draft.title, draft.kind, state, copiedFrom?.slug]).toEqual(["新一年", "campaign", "draft", slug]);
    expect(draft.opensAt.toISOString()).toBe("2027-12-01T00:00:00.000Z");
    expect(draft.modules[0]?.items[0]?.dueAt?.toISOString()).toBe("2027-12-06T00:00:00.000Z");
    expect(openPoints.map(({ body, carriedFrom }) => [body, carriedFrom])).toEqual([["记录不全", "年度学习计划"]]);
    expect(await ledger(copied.slug)).toEqual([]);
  });
});

describe("following people (R41)", () => {
  test("who joins gets tasks, who moves takes open ones along, who leaves loses them, and what is done stays where it was", async () => {
    const { root, left, right, organizer } = await aCounty();
    const elsewhere = await aBranch();
    const [ada, ben, cai] = [await aPerson(left.id), await aPerson(left.id), await aPerson(left.id, { tags: ["青年"] })];
    const slug = await aProgramme(
      organizer,
      aDraft(left.id, [anItem("a"), anItem("b", { audiences: ["y"] })], { audiences: [{ key: "y", name: "青年", tags: ["青年"] }] }),
    );
    const leaf = await aBranch(left.id);
    const items = (await desk(organizer, slug)).draft.modules[0]?.items ?? [];
    await db().transaction((tx) =>
      recordOutcome(tx, { personId: ada, kind: "reflection", subjectId: items[0]?.id ?? 0, completedAt: day(1), now: day(1) }),
    );
    await db().execute(sql`update people set branch_id = ${right.id} where id = ${ada}`);
    await db().execute(sql`update people set branch_id = ${leaf.id} where id = ${ben}`);
    await db().execute(sql`update people set tags = '{}' where id = ${cai}`);
    const dan = await aPerson(left.id, { tags: ["青年"] });
    expect(await syncProgrammes(day(2))).toMatchObject({ made: 2, moved: 1, cancelled: 1 });
    const states = async () => (await ledger(slug)).map(({ item, person, branch, state }) => [item, person, branch, state]);
    expect(await states()).toEqual([
      ["事项a", ada, left.id, "done"],
      ["事项a", ben, leaf.id, "open"],
      ["事项a", cai, left.id, "open"],
      ["事项a", dan, left.id, "open"],
      ["事项b", cai, left.id, "cancelled"],
      ["事项b", dan, left.id, "open"],
    ]);
    const quiet = { made: 0, moved: 0, cancelled: 0, settled: 0 };
    expect(await syncProgrammes(day(3))).toEqual(quiet);
    await db().execute(sql`update people set branch_id = ${elsewhere.id} where id = ${ben}`);
    await db().execute(sql`update people set disabled_at = ${day(3)} where id = ${dan}`);
    await db().execute(sql`update people set tags = '{青年}' where id = ${cai}`);
    expect(await syncProgrammes(day(4))).toMatchObject({ made: 1, moved: 0, cancelled: 3 });
    expect((await states()).map((row) => row[3])).toEqual(["done", "cancelled", "open", "cancelled", "open", "cancelled"]);
    await aPerson(left.id);
    expect(await syncProgrammes(day(31))).toEqual(quiet);
    expect(root.id).toBeGreaterThan(0);
  });

  test("an outcome written while its task was being made ends it in the next turn", async () => {
    const { left, organizer } = await aCounty();
    const ada = await aPerson(left.id);
    const slug = await aProgramme(organizer, aDraft(left.id, [anItem("a")]));
    const [item] = (await desk(organizer, slug)).draft.modules[0]?.items ?? [];
    await db().execute(
      sql`insert into outcomes (person_id, kind, subject_id, completed_at) values (${ada}, 'reflection', ${item?.id ?? 0}, ${day(1)})`,
    );
    expect((await syncProgrammes(day(2))).settled).toBe(0);
    expect((await syncProgrammes(day(2), true)).settled).toBe(1);
    expect(await brief(slug)).toEqual([`事项a ${ada} done`]);
  });

  test("a thousand people and twenty items are published in one go", async () => {
    const { root, left, organizer } = await aCounty();
    await db().execute(sql`insert into people (staff_no, account, name, branch_id)
      select 'many' || n, 'many' || n, '人' || n, ${left.id} from generate_series(1, 1000) n`);
    const items = Array.from({ length: 20 }, (_, at) => anItem(`k${at}`));
    const { slug } = valueOf(await makeProgramme.call(await as(organizer, day(-2)), aDraft(root.id, items)));
    expect(valueOf(await publishProgramme.call(await as(organizer, day(-1)), { slug })).tasks).toBe(1001 * 20);
    await syncProgrammes(day(0));
    expect(await syncProgrammes(day(0))).toEqual({ made: 0, moved: 0, cancelled: 0, settled: 0 });
  });
});

test("the lists show exactly what the permissions allow, to everyone", async () => {
  const { root, left, right, organizer } = await aCounty();
  const slugs = [
    await aProgramme(organizer, aDraft(root.id, [anItem("a")])),
    await aProgramme(organizer, aDraft(left.id, [anItem("a")])),
    valueOf(await makeProgramme.call(await as(organizer, day(-2)), aDraft(left.id, [anItem("a")]))).slug,
    valueOf(await makeProgramme.call(await as(organizer, day(-2)), aDraft(root.id, [anItem("a")], { kind: "template" }))).slug,
  ];
  const viewers = [
    organizer,
    await aPerson(left.id),
    await aPerson(right.id),
    await aPerson((await aBranch()).id),
    await aPerson(root.id, { held: [{ office: "admin", branchId: root.id }] }),
    await aPerson(right.id, { held: [{ office: "organizer", branchId: left.id }] }),
    await aPerson(right.id, { held: [{ office: "branch_admin", branchId: root.id }] }),
  ];
  const all = (await Promise.all(slugs.map((slug) => findProgramme(db(), slug)))).flatMap((found) => found ?? []);
  expect(all.length).toBe(4);
  for (const personId of viewers) {
    const { viewer } = await as(personId);
    const listed = async (where: ReturnType<typeof visibleTo>) =>
      (await db().select({ slug: programmes.slug }).from(programmes).innerJoin(branches, eq(branches.id, programmes.branchId)).where(where))
        .map(({ slug }) => slug)
        .filter((slug) => slugs.includes(slug))
        .sort();
    const allowed = (may: (one: (typeof all)[number]) => boolean) => all.flatMap((one) => (may(one) ? [one.slug] : [])).sort();
    expect(await listed(takenBy(viewer))).toEqual(allowed((one) => can.takeProgramme(viewer, one)));
    expect(await listed(runBy(viewer))).toEqual(allowed((one) => can.runProgramme(viewer, one)));
    expect(await listed(visibleTo(viewer))).toEqual(allowed((one) => can.seeProgramme(viewer, one)));
  }
});
