// Above 150 lines: what a run of practice may and may not do stands together.
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { attempts } from "#db/schema/attempts.ts";
import { boardSnapshots, contestPool, contests, entries } from "#db/schema/contests.ts";
import { people } from "#db/schema/people.ts";
import { questions } from "#db/schema/questions.ts";
import { reviewCards } from "#db/schema/reviews.ts";
import { contestRulesSchema } from "#domain/contests/rules.ts";
import { noteContestMistakes } from "#server/jobs/note-contest-mistakes.ts";
import { listReview } from "#server/reviews/list-review.ts";
import { valueOf } from "#tests/world/outcome.ts";
import { aPerson, as } from "#tests/world/people.ts";
import { aPublishedQuestion, aQuestionDesk } from "#tests/world/questions.ts";
import { answerPractice } from "./answer-practice.ts";
import { getPractice } from "./get-practice.ts";
import { endOverdueMocks, handInMock, saveMockAnswer } from "./hand-in-mock.ts";
import { keepFavourite } from "./keep-favourite.ts";
import { myPracticeData } from "./my-practice-data.ts";
import { mayPractiseNow } from "./practice-bank.ts";
import { showNext } from "./show-next.ts";
import { startPractice } from "./start-practice.ts";

let desk: Awaited<ReturnType<typeof aQuestionDesk>>;
let bank: number[];
beforeAll(async () => {
  desk = await aQuestionDesk();
  bank = [];
  for (let at = 0; at < 8; at += 1) bank.push(await aPublishedQuestion(desk));
});

const began = Date.parse("2026-12-01T02:00:00Z");
const day = (number: number, seconds = 0) => new Date(began + number * 86_400_000 + seconds * 1_000);

/** Somebody, and the ways to begin and answer. */
async function someone() {
  const person = await aPerson(desk.left);
  const call = async <T>(
    verb: { call: (context: Awaited<ReturnType<typeof as>>, input: unknown) => Promise<T> },
    now: Date,
    input: object,
  ) => verb.call(await as(person, now), input);
  const begin = async (now: Date, input: object) => valueOf(await call(startPractice, now, input)).id;
  const look = async (now: Date, id: number) => valueOf(await call(getPractice, now, { id }));
  /** Answers what is next, right or wrong, and asks for the next one. */
  const answer = async (now: Date, id: number, isRight: boolean) => {
    const { next } = await look(now, id);
    if (next?.body.kind !== "single") throw new Error("nothing to answer");
    const right = next.body.options.indexOf("乙");
    const said = { id, slot: next.slot, version: next.version, response: { picks: [isRight ? right : (right + 1) % 3] } };
    const reply = valueOf(await call(answerPractice, now, said));
    if (!reply.isOver) valueOf(await call(showNext, now, { id }));
    return { ...reply, said, questionId: next.questionId };
  };
  return { person, call, begin, look, answer };
}

test("the daily five: one a day, resumable, told at once; two wrong are due within a day, first of the next day's five", async () => {
  const { person, call, begin, look, answer } = await someone();
  const ids = await Promise.all([1, 2, 3].map(() => begin(day(0), { mode: "daily" })));
  expect(new Set(ids).size).toBe(1);
  const id = ids[0] ?? 0;
  const before = await look(day(0), id);
  expect(before).toMatchObject({ total: 5, answered: 0, finishedAt: null, done: [], questions: [] });
  expect(JSON.stringify(before)).not.toMatch(/correct|因为/);
  const replies = [];
  for (const isRight of [true, false, true, false, true]) replies.push(await answer(day(0, replies.length * 10), id, isRight));
  expect(replies[1]).toMatchObject({ isRight: false, isOver: false, reveal: { explanation: "因为是乙。", key: { kind: "single" } } });
  expect(await call(answerPractice, day(0, 99), replies[1]?.said ?? {})).toMatchObject({
    ok: true,
    value: { isRight: false, rightCount: 3 },
  });
  expect(await begin(day(0, 100), { mode: "daily" })).toBe(id);
  const after = await look(day(0, 100), id);
  expect(after).toMatchObject({ answered: 5, rightCount: 3, score: 6_000, next: null });
  expect(after.done.map(({ isRight }) => isRight)).toEqual([true, false, true, false, true]);

  const wrong = [replies[1]?.questionId, replies[3]?.questionId];
  const due = valueOf(await listReview.call(await as(person, day(1)), {})).cards;
  expect(new Set(due.map(({ questionId }) => questionId))).toEqual(new Set(wrong));
  expect(due.every(({ cause }) => cause === "practice")).toBe(true);
  const tomorrow = await begin(day(1), { mode: "daily" });
  expect(tomorrow).not.toBe(id);
  const [first, second] = [await answer(day(1), tomorrow, true), await answer(day(1, 5), tomorrow, true)];
  expect(new Set([first.questionId, second.questionId])).toEqual(new Set(wrong));
  expect(valueOf(await listReview.call(await as(person, day(1, 9)), {}))).toMatchObject({ cards: [], done: 2 });
});

test("an answer sent before the page's scripts had come is told by the page that follows, until one goes on; against the clock nobody reads ahead", async () => {
  const { call, begin, look } = await someone();
  for (const mode of ["drill", "survival"]) {
    const id = await begin(day(0), { mode, category: "试题" });
    const asked = await look(day(0), id);
    expect(asked.just).toBeNull();
    const said = { id, slot: 0, version: asked.next?.version, response: { picks: [0] } };
    const reply = valueOf(await call(answerPractice, day(0, 1), said));
    const told = await look(day(0, 2), id);
    expect(told).toMatchObject({ done: [], just: { slot: 0, response: { picks: [0] }, isRight: reply.isRight, reveal: reply.reveal } });
    expect(told.next === null, mode).toBe(mode === "survival");
    valueOf(await call(showNext, day(0, 3), { id }));
    expect(await look(day(0, 4), id)).toMatchObject({ just: null, done: [], next: { slot: 1 } });
  }
});

test("another's run does not exist, places are kept, and what is answered stays answered", async () => {
  const { call, begin, look } = await someone();
  const other = await someone();
  const id = await begin(day(0), { mode: "drill", category: "试题" });
  const next = (await look(day(0), id)).next;
  const said = { id, slot: 0, version: next?.version, response: { picks: [0] } };
  expect(await other.call(getPractice, day(0), { id })).toMatchObject({ code: "not-found" });
  expect(await other.call(showNext, day(0), { id })).toMatchObject({ code: "not-found" });
  expect(await other.call(handInMock, day(0), { id })).toMatchObject({ code: "not-found" });
  expect(await other.call(answerPractice, day(0), said)).toMatchObject({ code: "not-found" });
  expect(await call(answerPractice, day(0), { ...said, slot: 3 })).toMatchObject({ code: "no-such-slot" });
  expect(await call(answerPractice, day(0), { ...said, response: null })).toMatchObject({ code: "no-answer" });
  expect(await call(startPractice, day(0), { mode: "drill", category: "没有这一类" })).toMatchObject({ code: "nothing-to-practise" });
  expect(await call(startPractice, day(0), { mode: "favourites" })).toMatchObject({ code: "nothing-to-practise" });
  expect(await call(startPractice, day(0), { mode: "topic" })).toMatchObject({ code: "no-such-set" });
});

test("survival: the server's clock and three lives", async () => {
  const { call, begin, look, answer } = await someone();
  const id = await begin(day(0), { mode: "survival" });
  expect(await look(day(0), id)).toMatchObject({ livesLeft: 3, closesAt: day(0, 45) });
  expect(await answer(day(0, 44), id, true)).toMatchObject({ isRight: true, livesLeft: 3 });
  // The clock of the second began when it was shown, and asking again does not wind it up.
  valueOf(await call(showNext, day(0, 80), { id }));
  expect(await answer(day(0, 44 + 49), id, true)).toMatchObject({ isRight: false, livesLeft: 2 });
  const { next } = await look(day(0, 100), id);
  expect(valueOf(await call(answerPractice, day(0, 110), { id, slot: next?.slot, version: next?.version, response: null }))).toMatchObject({
    livesLeft: 1,
  });
  valueOf(await call(showNext, day(0, 111), { id }));
  expect(await answer(day(0, 112), id, false)).toMatchObject({ livesLeft: 0, isOver: true });
  expect((await look(day(0, 113), id)).finishedAt).not.toBeNull();
});

test("a star brings a question into the review and the favourites", async () => {
  const { person, call, begin, look } = await someone();
  const questionId = bank[0] ?? 0;
  valueOf(await call(keepFavourite, day(0), { questionId, note: "记一下" }));
  expect(valueOf(await listReview.call(await as(person, day(0, 1)), {})).cards).toMatchObject([
    { questionId, cause: "star", wrongCount: 0, wrongAt: null },
  ]);
  const run = await look(day(0, 2), await begin(day(0, 2), { mode: "favourites" }));
  expect(run).toMatchObject({ total: 1, next: { questionId, isStarred: true, note: "记一下" } });
  expect((await myPracticeData(database("play"), person)).favourites).toMatchObject([{ questionId, note: "记一下" }]);
  const other = await someone();
  const theirs = await other.look(day(0, 2), await other.begin(day(0, 2), { mode: "drill" }));
  expect(JSON.stringify(theirs)).not.toContain("记一下");
  valueOf(await call(keepFavourite, day(0, 3), { questionId, keeps: "false", note: "" }));
  expect(await call(startPractice, day(5), { mode: "favourites" })).toMatchObject({ code: "nothing-to-practise" });
});

test("a mock exam tells nothing before its end, and ends by its clock as far as it came", async () => {
  const { person, call, begin, look } = await someone();
  const id = await begin(day(0), { mode: "mock" });
  const exam = await look(day(0), id);
  expect(exam).toMatchObject({ next: null, done: [], score: null, closesAt: day(0, 60 * exam.total), passPercent: 60 });
  expect(exam.questions.every(({ passage }) => passage === null)).toBe(true);
  expect(JSON.stringify(exam)).not.toMatch(/correct|因为|isRight/);
  for (const { slot, body } of exam.questions.slice(0, 2)) {
    const right = body.kind === "single" ? body.options.indexOf("乙") : 0;
    valueOf(await call(saveMockAnswer, day(0, 60), { id, slot, response: { picks: [slot === 0 ? right : (right + 1) % 3] } }));
  }
  expect((await look(day(0, 61), id)).questions[0]?.draft).not.toBeNull();
  expect(await call(saveMockAnswer, day(0, 60 * exam.total + 4), { id, slot: 0, response: null })).toMatchObject({ code: "is-over" });
  expect(await endOverdueMocks(day(0, 60 * exam.total + 4))).toBe(1);
  expect(await endOverdueMocks(day(0, 60 * exam.total + 4))).toBe(0);
  const after = await look(day(0, 1_300), id);
  expect(after).toMatchObject({ rightCount: 1, answered: 2, score: Math.round(10_000 / exam.total) });
  expect(after.done).toHaveLength(exam.total);
  // What was not answered is no mistake.
  expect(await database("desk").select().from(reviewCards).where(eq(reviewCards.personId, person))).toHaveLength(1);
  expect(valueOf(await call(handInMock, day(0, 1_301), { id })).finishedAt).toEqual(after.finishedAt);
});

test("a mock exam is as long as it was asked for, of the topic that was asked for, on the person's own clock", async () => {
  const { person, call, begin, look } = await someone();
  await database("desk").update(people).set({ timePercent: 150 }).where(eq(people.id, person));
  const id = await begin(day(0), { mode: "mock", length: "5" });
  const exam = await look(day(0), id);
  expect(exam).toMatchObject({ total: 5, closesAt: day(0, 450), title: "" });
  // In time by the own clock, though late by the printed one.
  expect(await call(saveMockAnswer, day(0, 449), { id, slot: 0, response: null })).toMatchObject({ ok: true });
  expect(await call(saveMockAnswer, day(0, 454), { id, slot: 0, response: null })).toMatchObject({ code: "is-over" });
  expect(await call(startPractice, day(1), { mode: "mock", category: "没有/这一类" })).toMatchObject({ code: "nothing-to-practise" });
  const survival = await begin(day(1), { mode: "survival" });
  expect((await look(day(1), survival)).closesAt).toEqual(day(1, 67.5));
});

/** A contest with one question in its pool, and somebody's paper in which it is wrong. */
async function aContestWith(questionId: number, person: number, keys: "submitted" | "closed" | "published" | "never") {
  const db = database("desk");
  const rules = contestRulesSchema.parse({ limitMs: 600_000, review: { score: keys, answers: keys, keys } });
  const slug = `kept-${keys}-${questionId}`;
  const window = { opensAt: day(-1), closesAt: day(1), publishedAt: day(-2), createdAt: day(-3) };
  const [contest] = await db
    .insert(contests)
    .values({ slug, title: slug, branchId: desk.root, rules, blueprint: [], ...window })
    .returning();
  const contestId = contest?.id ?? 0;
  const [question] = await db.select().from(questions).where(eq(questions.id, questionId));
  const versionId = question?.publishedVersionId ?? 0;
  await db.insert(contestPool).values({ contestId, versionId });
  const [entry] = await db
    .insert(entries)
    .values({ contestId, personId: person, branchId: desk.left, enteredAt: day(0) })
    .returning();
  const paper = {
    personId: person,
    entryId: entry?.id ?? 0,
    number: 1,
    seed: "x",
    versionIds: [versionId],
    worths: [1_000],
    seenAt: day(0),
  };
  const clock = { startedAt: day(0), dueAt: day(0, 600), endsAt: day(0, 610), state: "finished" as const, finishedAt: day(0, 300) };
  const [attempt] = await db
    .insert(attempts)
    .values({ ...paper, ...clock })
    .returning();
  await database("judge").execute(
    `insert into answers (attempt_id, slot, response, seq, received_at, milli, is_right) values (${attempt?.id ?? 0}, 0, '{"picks":[0]}', 1, '2026-12-01', 0, false)`,
  );
  return contestId;
}

test("what a contest draws from is not practised until its keys are open, and its mistakes become cards then and not before", async () => {
  const db = database("desk");
  for (const keys of ["submitted", "closed", "published", "never"] as const) {
    const { person, call, begin, look } = await someone();
    const questionId = await aPublishedQuestion(desk);
    const running = await begin(day(0), { mode: "drill" });
    const contestId = await aContestWith(questionId, person, keys);
    const isDrawn = async (now: Date) => mayPractiseNow(database("judge"), (await as(person, now)).viewer, questionId, now);
    const cards = async (now: Date) => {
      await noteContestMistakes(now);
      return (await db.select().from(reviewCards).where(eq(reviewCards.personId, person))).map(({ cause }) => cause);
    };
    // A run that was begun before drops the question when it comes to it; a star cannot be set on it either.
    const { total } = valueOf(await call(showNext, day(0, 1), { id: running }));
    expect(total).toBe((await look(day(0, 1), running)).total);
    expect((await look(day(0, 1), running)).next?.questionId).not.toBe(questionId);
    expect(await call(keepFavourite, day(0, 2), { questionId, note: "" })).toMatchObject({ code: "not-found" });
    expect(await isDrawn(day(0, 3))).toBe(false);
    expect(await cards(day(0, 4))).toEqual(keys === "submitted" ? ["contest"] : []);
    await db.insert(boardSnapshots).values({ contestId, moment: "end", takenAt: day(1, 60), rows: [] });
    expect(await cards(day(1, 61))).toEqual(keys === "submitted" || keys === "closed" ? ["contest"] : []);
    expect(await isDrawn(day(1, 62))).toBe(keys === "submitted" || keys === "closed");
    await db
      .update(contests)
      .set({ resultsAt: day(2) })
      .where(eq(contests.id, contestId));
    expect(await cards(day(2, 1))).toEqual(keys === "never" ? [] : ["contest"]);
    expect(await isDrawn(day(2, 2))).toBe(keys !== "never");
    expect(await cards(day(3))).toHaveLength(keys === "never" ? 0 : 1);
  }
});

test("private questions are the author's alone, those of another branch nobody's here", async () => {
  const { person } = await someone();
  const questionId = await aPublishedQuestion(desk);
  const may = async (who: number) => mayPractiseNow(database("judge"), (await as(who, day(0))).viewer, questionId, day(0));
  const change = (set: object) => database("desk").update(questions).set(set).where(eq(questions.id, questionId));
  expect([await may(person), await may(desk.author)]).toEqual([true, true]);
  await change({ isPrivate: true });
  expect([await may(person), await may(desk.author)]).toEqual([false, true]);
  await change({ isPrivate: false, branchId: desk.right });
  expect(await may(person)).toBe(false);
  await change({ branchId: desk.root });
  expect(await may(person)).toBe(true);
  await change({ state: "retired" });
  expect(await may(person)).toBe(false);
});
