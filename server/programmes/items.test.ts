import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { notices } from "#db/schema/notices.ts";
import { people } from "#db/schema/people.ts";
import type { QuestionKey, Response } from "#domain/questions/question.ts";
import { handIn } from "#server/attempts/hand-in.ts";
import { readContentPack } from "#server/content/content-pack.ts";
import { loadContent } from "#server/content/load-content.ts";
import { startAttempt } from "#server/contests/start-attempt.ts";
import { endOverdueAttempts } from "#server/jobs/end-overdue-attempts.ts";
import { recompute } from "#server/jobs/recompute.ts";
import { aContest, at } from "#tests/world/contest.ts";
import { refusalOf, valueOf } from "#tests/world/outcome.ts";
import { aPerson, as } from "#tests/world/people.ts";
import { aCounty, aDraft, anItem, aProgramme, day } from "#tests/world/study-plan.ts";
import { addOpenPoint } from "./add-open-point.ts";
import { closeOpenPoint } from "./close-open-point.ts";
import { copyProgramme } from "./copy-programme.ts";
import { getItem } from "./get-item.ts";
import { getProgramme } from "./get-programme.ts";
import { getQuiz } from "./get-quiz.ts";
import { getQuizResult } from "./get-quiz-result.ts";
import { handInQuiz } from "./hand-in-quiz.ts";
import { listAttendance } from "./list-attendance.ts";
import { listProgrammes } from "./list-programmes.ts";
import { noteAttendance } from "./note-attendance.ts";
import { startQuiz } from "./start-quiz.ts";

const db = () => database("desk");
const QUIZ = {
  blueprint: [
    { kind: "single", count: 2 },
    { kind: "truefalse", count: 2 },
  ],
  attempts: 2,
};
const quizItem = (more: object = {}) => anItem("quiz", { kind: "quiz", quiz: QUIZ, moveOn: "Passed", mastery: 0.75, ...more });

beforeAll(async () => {
  await loadContent(db(), await readContentPack("content"), day(-30));
});

async function aQuiz(items: object[] = [quizItem()]) {
  const county = await aCounty();
  const ada = await aPerson(county.left.id);
  const slug = await aProgramme(county.organizer, aDraft(county.root.id, items));
  const { modules } = valueOf(await getProgramme.call(await as(ada, day(1)), { slug }));
  return { ...county, ada, slug, items: modules[0]?.items ?? [], id: modules[0]?.items.at(-1)?.id ?? 0 };
}
const stateOf = async (personId: number, slug: string, id: number, now = day(2)) =>
  valueOf(await getItem.call(await as(personId, now), { slug, id })).state;

/** Answers of an attempt: the first `right` of them as the key says, the others wrong. */
async function answersOf(personId: number, attemptId: number, right: number): Promise<{ slot: number; response: Response }[]> {
  const { questions } = valueOf(await getQuiz.call(await as(personId, day(1)), { id: attemptId }));
  const { rows } = await db().execute<{ version_ids: string[] }>(sql`select version_ids from attempts where id = ${attemptId}`);
  const keys = await Promise.all(
    (rows[0]?.version_ids ?? []).map(async (id) => {
      const found = await database("judge").execute<{ key: QuestionKey; body: { options?: { text: string }[] } }>(
        sql`select k.key, v.body from question_keys k join question_versions v on v.id = k.version_id where v.id = ${id}`,
      );
      return found.rows[0];
    }),
  );
  return questions.map(({ slot, body }) => {
    const { key, body: authored } = keys[slot] as { key: QuestionKey; body: { options?: { text: string }[] } };
    const isRight = slot < right;
    if (key.kind === "truefalse") return { slot, response: { truth: key.correct === isRight } };
    if (key.kind !== "single" || body.kind !== "single") throw new Error("another kind");
    const wanted = body.options.indexOf(authored.options?.[key.correct]?.text ?? "");
    return { slot, response: { picks: [isRight ? wanted : (wanted + 1) % body.options.length] } };
  });
}

describe("a quiz of a programme", () => {
  test("fifty starts at once make one attempt and fifty equal replies (I7)", async () => {
    const { ada, slug, id } = await aQuiz();
    const context = await as(ada, day(1));
    const told = await Promise.all(Array.from({ length: 50 }, () => startQuiz.call(context, { slug, id })));
    expect(new Set(told.map((reply) => valueOf(reply).attemptId)).size).toBe(1);
    const { rows } = await db().execute(sql`select 1 from attempts where person_id = ${ada}`);
    expect(rows.length).toBe(1);
  });

  test("is marked once, whoever asks again; wrong answers go to the wrong-book; the pass mark is reached by reaching it", async () => {
    const { ada, slug, id } = await aQuiz();
    const context = await as(ada, day(1));
    const { attemptId } = valueOf(await startQuiz.call(context, { slug, id }));
    expect(await stateOf(ada, slug, id, day(1))).toBe("started");
    expect(refusalOf(await getQuizResult.call(context, { id: attemptId }))).toBe("still-running");
    const answers = await answersOf(ada, attemptId, 3);
    expect(refusalOf(await handInQuiz.call(context, { id: attemptId, answers: [{ slot: 9, response: { truth: true } }] }))).toBe(
      "no-such-slot",
    );
    expect(refusalOf(await handInQuiz.call(context, { id: attemptId, answers: [{ slot: 0, response: { order: [0, 1] } }] }))).not.toBe(
      "ok",
    );
    const told = await Promise.all(Array.from({ length: 10 }, () => handInQuiz.call(context, { id: attemptId, answers })));
    expect(new Set(told.map((reply) => JSON.stringify(valueOf(reply)))).size).toBe(1);
    const late = await handInQuiz.call(await as(ada, day(2)), { id: attemptId, answers: await Promise.resolve([]) });
    expect(valueOf(late).finishedAt).toEqual(day(1));
    const result = valueOf(await getQuizResult.call(context, { id: attemptId }));
    expect([result.right, result.score, result.passed]).toEqual([3, 7_500, true]);
    expect(result.items.every(({ reveal }) => reveal !== null && reveal.explanation !== "")).toBe(true);
    const wrong = await db().execute(sql`select cause, wrong_count from review_cards where person_id = ${ada}`);
    expect(wrong.rows).toEqual([{ cause: "quiz", wrong_count: 1 }]);
    expect(await stateOf(ada, slug, id)).toBe("done");
    expect((await recompute(day(3))).differences).toBe(0);
  });

  test("as many tries as allowed; the best stands; one that ran out is used up and completes nothing", async () => {
    const { ada, slug, id } = await aQuiz([quizItem({ moveOn: "Completed", mastery: null })]);
    const start = async (now: Date) => startQuiz.call(await as(ada, now), { slug, id });
    const first = valueOf(await start(day(1)));
    await endOverdueAttempts(day(32));
    expect(await stateOf(ada, slug, id, day(20))).not.toBe("done");
    expect(refusalOf(await handInQuiz.call(await as(ada, day(32)), { id: first.attemptId, answers: [] }))).toBe("ok");
    expect(await stateOf(ada, slug, id, day(20))).not.toBe("done");
    const second = valueOf(await start(day(20)));
    expect(second).toMatchObject({ resumed: false });
    valueOf(await handInQuiz.call(await as(ada, day(20)), { id: second.attemptId, answers: [] }));
    expect(await stateOf(ada, slug, id, day(21))).toBe("done");
    expect(refusalOf(await start(day(21)))).toBe("no-attempts-left");
    expect((await recompute(day(33))).differences).toBe(0);
  });

  test("window and order are kept on the server; another's attempt does not exist", async () => {
    const { ada, left, slug, id, items } = await aQuiz([anItem("first"), quizItem({ requires: ["first"], opensAt: day(3).toISOString() })]);
    const start = async (person: number, now: Date) => refusalOf(await startQuiz.call(await as(person, now), { slug, id }));
    expect(await start(ada, day(2))).toBe("not-open");
    expect(await start(ada, day(4))).toBe("item-locked");
    expect(await stateOf(ada, slug, id, day(4))).toBe("locked");
    expect(await start(ada, day(30))).toBe("closed");
    await db().execute(
      sql`update tasks set waived_at = ${day(4)}, waiver_reason = '病假' where item_id = ${items[0]?.id ?? 0} and person_id = ${ada}`,
    );
    const { attemptId } = valueOf(await startQuiz.call(await as(ada, day(4)), { slug, id }));
    const ben = await aPerson(left.id);
    expect(await start(ben, day(4))).toBe("not-found");
    for (const verb of [getQuiz, getQuizResult])
      expect(refusalOf(await verb.call(await as(ben, day(4)), { id: attemptId }))).toBe("not-found");
    expect(refusalOf(await handInQuiz.call(await as(ben, day(4)), { id: attemptId, answers: [] }))).toBe("not-found");
  });

  test("a programme to be finished first keeps the next one shut", async () => {
    const { root, organizer, ada, slug: first, items } = await aQuiz([anItem("only")]);
    const slug = await aProgramme(organizer, aDraft(root.id, [quizItem()], { requires: [first] }));
    const look = async () => valueOf(await getProgramme.call(await as(ada, day(2)), { slug }));
    const id = (await look()).modules[0]?.items[0]?.id ?? 0;
    expect((await look()).prerequisites.map(({ isDone }) => isDone)).toEqual([false]);
    expect(refusalOf(await startQuiz.call(await as(ada, day(2)), { slug, id }))).toBe("item-locked");
    await db().execute(sql`update tasks set done_at = ${day(2)}, done_by = ${organizer} where item_id = ${items[0]?.id ?? 0}`);
    expect(refusalOf(await startQuiz.call(await as(ada, day(2)), { slug, id }))).toBe("ok");
  });
});

describe("a meeting", () => {
  const meeting = anItem("meet", {
    kind: "meeting",
    meeting: { startsAt: day(1).toISOString(), endsAt: day(1.1).toISOString(), place: "二楼会议室" },
  });

  test("presence is noted for many at once, twice is once, and a wrong tick is taken back with its trace", async () => {
    const { ada, left, right, slug, id, organizer } = await aQuiz([meeting]);
    const keeper = await aPerson(left.id, { held: [{ office: "branch_admin", branchId: left.id }] });
    const ben = await aPerson(right.id);
    const note = async (by: number, people: number[], mode: string, now = day(2)) =>
      noteAttendance.call(await as(by, now), { slug, id, people, mode });
    expect(refusalOf(await note(keeper, [ada, ben], "on_site"))).toBe("not-found@people");
    expect(refusalOf(await note(ada, [ada], "on_site"))).toBe("not-found");
    expect(valueOf(await note(keeper, [ada], "on_site"))).toEqual({ changed: 1 });
    expect(valueOf(await note(keeper, [ada], "on_site", day(3)))).toEqual({ changed: 0 });
    expect(valueOf(await note(organizer, [ada], "online", day(3)))).toEqual({ changed: 1 });
    const seen = valueOf(await getItem.call(await as(ada, day(3)), { slug, id }));
    expect([seen.state, seen.doneAt, seen.meeting?.own?.mode]).toEqual(["done", day(2), "online"]);
    const list = valueOf(await listAttendance.call(await as(keeper, day(3)), { slug, id }));
    expect([list.expected, list.online, list.people.map((person) => person.id)]).toEqual([1, 1, [ada]]);
    expect((await recompute(day(4))).differences).toBe(0);
    expect(valueOf(await note(organizer, [ada], "absent", day(4)))).toEqual({ changed: 1 });
    expect(valueOf(await note(organizer, [ada], "absent", day(4)))).toEqual({ changed: 0 });
    expect(await stateOf(ada, slug, id, day(4))).not.toBe("done");
    const { rows } = await db().execute(sql`select 1 from audit where action = 'attendance.untick' and object_id = ${ada}`);
    expect(rows.length).toBe(1);
    expect((await recompute(day(5))).differences).toBe(0);
  });
});

test("a contest ends its item when an attempt has ended, with the share of the paper that counts", async () => {
  const { slug: contest, root, left, organizer } = await aContest();
  const ada = await aPerson(left.id);
  const slug = await aProgramme(organizer, aDraft(root.id, [anItem("c", { kind: "contest", contest, moveOn: "Completed" })]));
  const { attemptId } = valueOf(await startAttempt.call(await as(ada, at(1)), { slug: contest }));
  const { modules } = valueOf(await getProgramme.call(await as(ada, at(2)), { slug }));
  const id = modules[0]?.items[0]?.id ?? 0;
  expect(await stateOf(ada, slug, id, at(2))).toBe("started");
  valueOf(await handIn.call(await as(ada, at(3)), { id: attemptId }));
  const seen = valueOf(await getItem.call(await as(ada, at(4)), { slug, id }));
  expect([seen.state, seen.doneAt, seen.best]).toEqual(["done", at(3), 0]);
  expect((await recompute(at(5))).differences).toBe(0);
  await db().execute(sql`update outcomes set best = 5000 where person_id = ${ada} and kind = 'contest'`);
  await db().execute(sql`update tasks set done_at = null where person_id = ${ada} and item_id = ${id}`);
  expect((await recompute(at(6))).differences).toBe(2);
  await db().execute(sql`update outcomes set best = 0 where person_id = ${ada} and kind = 'contest'`);
});

test("my programmes: how far, what is due next; outside the audience and the subtree there is nothing", async () => {
  const { ada, right, slug } = await aQuiz(
    [
      anItem("a", { dueAt: day(5).toISOString() }),
      anItem("b", { dueAt: day(9).toISOString() }),
      anItem("c", { isRequired: false }),
      anItem("d", { audiences: ["y"] }),
    ].map((item) => ({ ...item, audiences: [] })),
  );
  const mine = async (person: number, now: Date) => valueOf(await listProgrammes.call(await as(person, now), {})).programmes;
  expect(await mine(ada, day(6))).toMatchObject([{ slug, done: 0, total: 3, overdue: 1, nextDueAt: day(9) }]);
  const ben = await aPerson(right.id);
  expect(await mine(ben, day(6))).toEqual([]);
  const stranger = await aPerson((await aCounty()).left.id);
  expect(refusalOf(await getProgramme.call(await as(stranger, day(6)), { slug }))).toBe("not-found");
});

test("an open point has an owner of the reach and a day to come; the owner is told once, and sees it", async () => {
  const { left, right, slug } = await aQuiz([anItem("a")]);
  const keeper = await aPerson(left.id, { held: [{ office: "branch_admin", branchId: left.id }] });
  const [owner, beside] = [await aPerson(left.id, { name: "欧雯" }), await aPerson(right.id)];
  const staffNo = async (id: number) => (await db().select({ no: people.staffNo }).from(people).where(eq(people.id, id)))[0]?.no;
  const add = async (wishes: object) =>
    addOpenPoint.call(await as(keeper, day(2)), { slug, branchId: left.id, body: "记录不全", ...wishes });
  expect(refusalOf(await add({ ownerNo: await staffNo(beside) }))).toBe("no-such-person@ownerNo");
  expect(refusalOf(await add({ ownerNo: "no-such" }))).toBe("no-such-person@ownerNo");
  expect(refusalOf(await add({ dueOn: "2020-01-01" }))).toBe("due-is-past@dueOn");
  const ownerNo = await staffNo(owner);
  valueOf(await add({ ownerNo }));
  valueOf(await add({ ownerNo, body: "第二点" }));
  const told = await db().select().from(notices).where(eq(notices.personId, owner)).orderBy(notices.id);
  expect(told.map(({ kind, params, path }) => [kind, params["point"], path])).toEqual([
    ["open-point-given", "记录不全", `/study/${slug}`],
    ["open-point-given", "第二点", `/study/${slug}`],
  ]);
  const { openPoints } = valueOf(await getProgramme.call(await as(owner, day(2)), { slug }));
  expect(openPoints.map((point) => [point.body, point.owner])).toEqual([
    ["记录不全", "欧雯"],
    ["第二点", "欧雯"],
  ]);
});

test("an open point is closed with a note, wherever it was carried to (R40)", async () => {
  const { root, left, organizer, slug } = await aQuiz([anItem("a")]);
  const add = async (by: number, branchId: number) =>
    addOpenPoint.call(await as(by, day(2)), { slug, branchId, body: "记录不全", dueOn: "2026-12-20" });
  const keeper = await aPerson(left.id, { held: [{ office: "branch_admin", branchId: left.id }] });
  expect(refusalOf(await add(keeper, root.id))).toBe("not-found@branchId");
  const { id } = valueOf(await add(keeper, left.id));
  const copy = valueOf(await copyProgramme.call(await as(organizer, day(3)), { slug, opensOn: "2027-12-01" }));
  const open = async () =>
    (
      await db().execute(
        sql`select 1 from open_points o join programmes p on p.id = o.programme_id where p.slug in (${slug}, ${copy.slug}) and o.closed_at is null`,
      )
    ).rows.length;
  expect(await open()).toBe(2);
  const close = async (note: string) => refusalOf(await closeOpenPoint.call(await as(keeper, day(4)), { id, note }));
  expect(await close("")).toBe("invalid@note");
  expect(await close("补齐了全部记录")).toBe("ok");
  expect(await close("再来一次")).toBe("point-closed");
  expect(await open()).toBe(0);
});
