// Above 150 lines: what a set of practice may and may not do stands together.
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { contestPool, contests } from "#db/schema/contests.ts";
import { audit } from "#db/schema/operations.ts";
import { questions } from "#db/schema/questions.ts";
import { contestRulesSchema } from "#domain/contests/rules.ts";
import { valueOf } from "#tests/world/outcome.ts";
import { aPerson, as } from "#tests/world/people.ts";
import { aPublishedQuestion, aQuestionDesk } from "#tests/world/questions.ts";
import { editSet } from "./edit-set.ts";
import { getPractice } from "./get-practice.ts";
import { getPracticeOverview } from "./get-practice-overview.ts";
import { getSet } from "./get-set.ts";
import { listSetsDesk } from "./list-sets-desk.ts";
import { makeSet } from "./make-set.ts";
import { pickForSet } from "./pick-for-set.ts";
import { publishSet } from "./publish-set.ts";
import { startPractice } from "./start-practice.ts";

let desk: Awaited<ReturnType<typeof aQuestionDesk>>;
let bank: number[];
beforeAll(async () => {
  desk = await aQuestionDesk();
  bank = [];
  for (let at = 0; at < 4; at += 1) bank.push(await aPublishedQuestion(desk));
});

const at = (hours: number) => new Date(Date.parse("2026-12-01T02:00:00Z") + hours * 3_600_000);
type Verb<T> = { call: (context: Awaited<ReturnType<typeof as>>, input: unknown) => Promise<T> };
const call = async <T>(verb: Verb<T>, who: number, now: Date, input: object) => verb.call(await as(who, now), input);
const form = (more: object = {}) => ({ title: "党章专题", branchId: desk.left, kind: "topic", questionIds: bank, ...more });
const titles = async (who: number, now: Date) => valueOf(await call(getPracticeOverview, who, now, {})).sets.map(({ title }) => title);

/** A running contest that has taken a question for itself. */
async function reserve(questionId: number): Promise<void> {
  const db = database("desk");
  const rules = contestRulesSchema.parse({ limitMs: 600_000 });
  const [question] = await db.select().from(questions).where(eq(questions.id, questionId));
  const [contest] = await db
    .insert(contests)
    .values({
      ...{ slug: `taken-${questionId}`, title: "占题", branchId: desk.root, rules, blueprint: [] },
      ...{ opensAt: at(-1), closesAt: at(99), publishedAt: at(-2), createdAt: at(-3) },
    })
    .returning();
  await db.insert(contestPool).values({ contestId: contest?.id ?? 0, versionId: question?.publishedVersionId ?? 0 });
}

describe("a set of practice at the desk", () => {
  test("is made as a draft, published in its window to its branch, in its order, and taken back", async () => {
    const order = [2, 0, 3, 1].map((place) => bank[place] ?? 0);
    const window = { opensAt: at(1).toISOString(), closesAt: at(10).toISOString() };
    const { id } = valueOf(await call(makeSet, desk.organizer, at(0), form({ title: "按序专题", questionIds: order, ...window })));
    const [one, other] = [await aPerson(desk.left), await aPerson(desk.right)];
    expect(await titles(one, at(2))).toEqual([]);
    expect(await call(startPractice, one, at(2), { mode: "topic", setId: id })).toMatchObject({ code: "not-found" });
    valueOf(await call(publishSet, desk.organizer, at(0), { id }));
    expect(await titles(one, at(0.5))).toEqual([]);
    expect(await call(startPractice, one, at(0.5), { mode: "topic", setId: id })).toMatchObject({ code: "set-not-open" });
    expect(await titles(one, at(2))).toEqual(["按序专题"]);
    expect(await titles(other, at(2))).toEqual([]);
    const run = valueOf(await call(startPractice, one, at(2), { mode: "topic", setId: id }));
    expect(valueOf(await call(getPractice, one, at(2), { id: run.id }))).toMatchObject({ total: 4, next: { questionId: order[0] } });
    expect(await call(startPractice, await aPerson(desk.left), at(10), { mode: "topic", setId: id })).toMatchObject({
      code: "set-not-open",
    });
    expect(await call(editSet, desk.organizer, at(2), { id, ...form() })).toMatchObject({ code: "set-is-published" });
    valueOf(await call(publishSet, desk.organizer, at(3), { id, back: "true" }));
    expect(await titles(one, at(3))).toEqual([]);
    valueOf(await call(editSet, desk.organizer, at(3), { id, ...form({ title: "改过的专题" }) }));
    expect(valueOf(await call(getSet, desk.organizer, at(3), { id }))).toMatchObject({ title: "改过的专题", opensAt: null });
    const actions = (await database("desk").select().from(audit).where(eq(audit.objectId, id)).orderBy(audit.id))
      .filter(({ object }) => object === "question-set")
      .map(({ action }) => action);
    expect(actions).toEqual(["set.make", "set.publish", "set.withdraw", "set.edit"]);
  });

  test("a weekly set has its week, a topic its questions, each once", async () => {
    const weekly = await call(makeSet, desk.organizer, at(0), form({ kind: "weekly" }));
    expect(weekly).toMatchObject({ ok: false, fields: [{ path: "opensAt" }, { path: "closesAt" }] });
    expect(await call(makeSet, desk.organizer, at(0), form({ questionIds: [] }))).toMatchObject({ fields: [{ code: "set-empty" }] });
    const twice = form({ questionIds: [bank[0], bank[0]] });
    expect(await call(makeSet, desk.organizer, at(0), twice)).toMatchObject({ fields: [{ code: "question-twice" }] });
    const backwards = form({ opensAt: at(2).toISOString(), closesAt: at(1).toISOString() });
    expect(await call(makeSet, desk.organizer, at(0), backwards)).toMatchObject({ fields: [{ path: "closesAt" }] });
  });

  test("takes nothing that a contest has reserved, nothing private, nothing retired, nothing of another branch", async () => {
    const ids = [];
    for (let nth = 0; nth < 4; nth += 1) ids.push(await aPublishedQuestion(desk));
    const [taken = 0, own = 0, retired = 0, elsewhere = 0] = ids;
    const { id } = valueOf(await call(makeSet, desk.organizer, at(0), form({ title: "后来被占", questionIds: ids })));
    const db = database("desk");
    await reserve(taken);
    await db.update(questions).set({ isPrivate: true }).where(eq(questions.id, own));
    await db.update(questions).set({ state: "retired" }).where(eq(questions.id, retired));
    await db.update(questions).set({ branchId: desk.right }).where(eq(questions.id, elsewhere));
    for (const questionId of ids)
      expect(await call(makeSet, desk.organizer, at(0), form({ questionIds: [bank[0], questionId] }))).toMatchObject({
        code: "question-not-practised",
        fields: [{ path: "questionIds.1" }],
      });
    expect(await call(publishSet, desk.organizer, at(0), { id })).toMatchObject({ code: "question-not-practised" });
    const { questions: chosen } = valueOf(await call(getSet, desk.organizer, at(0), { id }));
    expect(chosen.map(({ isFit }) => isFit)).toEqual([false, false, false, false]);
    const offered = valueOf(await call(pickForSet, desk.organizer, at(0), { branchId: desk.left, most: 50 })).questions.map(
      (one) => one.id,
    );
    expect(offered).toEqual(expect.arrayContaining(bank));
    for (const questionId of ids) expect(offered).not.toContain(questionId);
  });

  test("is filled by filters: as many as wanted, none twice, the same for the same seed, with the count of what is left", async () => {
    const ask = async (more: object) =>
      valueOf(await call(pickForSet, desk.organizer, at(0), { branchId: desk.left, category: "试题/单选", ...more }));
    const all = await ask({ most: 50, seed: "x" });
    expect(all.found).toBe(all.questions.length);
    expect((await ask({ most: 50, seed: "x" })).questions).toEqual(all.questions);
    const [first, ...rest] = all.questions.map((one) => one.id);
    const without = await ask({ most: 50, seed: "x", without: String(first) });
    expect(without.questions.map((one) => one.id)).toEqual(rest);
    expect(await ask({ most: 2 })).toMatchObject({ found: all.found, questions: [{}, {}] });
    expect(await ask({ difficultyFrom: "5" })).toEqual({ found: 0, questions: [] });
  });

  test("a mock exam of the desk: its own paper, time and pass line, as they stood when it was begun", async () => {
    const mock = form({ title: "模拟卷", kind: "mock", questionIds: [], limitMinutes: 30, passPercent: 80, blueprint: [{ count: 3 }] });
    const tooMany = { ...mock, blueprint: [{ count: 3, category: "没有这一类" }] };
    expect(await call(makeSet, desk.organizer, at(0), tooMany)).toMatchObject({ code: "bank-too-small" });
    const { id } = valueOf(await call(makeSet, desk.organizer, at(0), mock));
    valueOf(await call(publishSet, desk.organizer, at(0), { id }));
    const one = await aPerson(desk.left);
    const run = valueOf(await call(startPractice, one, at(1), { mode: "mock", setId: id }));
    valueOf(await call(publishSet, desk.organizer, at(1), { id, back: "true" }));
    valueOf(await call(editSet, desk.organizer, at(1), { ...mock, id, passPercent: 20 }));
    expect(valueOf(await call(getPractice, one, at(1), { id: run.id }))).toMatchObject({
      ...{ total: 3, passPercent: 80, title: "模拟卷", closesAt: at(1.5) },
    });
  });

  test("is the business of who makes contests over its branch", async () => {
    for (const who of [desk.member, desk.leader, desk.branchAdmin, desk.reviewer])
      expect(await call(makeSet, who, at(0), form())).toMatchObject({ ok: false, code: "not-found" });
    const leftOrganizer = await aPerson(desk.left, { held: [{ office: "organizer", branchId: desk.left }] });
    const { id } = valueOf(await call(makeSet, desk.organizer, at(0), form({ title: "上级的", branchId: desk.root })));
    expect(await call(getSet, leftOrganizer, at(0), { id })).toMatchObject({ code: "not-found" });
    expect(await call(publishSet, leftOrganizer, at(0), { id })).toMatchObject({ code: "not-found" });
    expect(valueOf(await call(listSetsDesk, leftOrganizer, at(0), {})).sets.map(({ title }) => title)).not.toContain("上级的");
    const own = valueOf(await call(makeSet, leftOrganizer, at(0), form()));
    const upwards = { ...form({ branchId: desk.root }), id: own.id };
    expect(await call(editSet, leftOrganizer, at(0), upwards)).toMatchObject({ fields: [{ path: "branchId" }] });
  });
});
