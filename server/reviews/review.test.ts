// Above 150 lines: the one journey of a card is told from the first mistake to its leaving.
import { and, asc, eq } from "drizzle-orm";
import { type Card, createEmptyCard, fsrs, type Grade } from "ts-fsrs";
import { beforeAll, expect, test } from "vitest";
import { database } from "#db/client.ts";
import { reviewCards, reviewLog } from "#db/schema/reviews.ts";
import { reviewDayOf } from "#domain/reviews/review-day.ts";
import { answerCheck } from "#server/materials/answer-check.ts";
import { readMaterial } from "#server/materials/read-material.ts";
import { editQuestion } from "#server/questions/edit-question.ts";
import { retireQuestion } from "#server/questions/retire-question.ts";
import { reviewQuestion } from "#server/questions/review-question.ts";
import { valueOf } from "#tests/world/outcome.ts";
import { aPerson, as } from "#tests/world/people.ts";
import { aPublishedQuestion, aQuestionDesk, single } from "#tests/world/questions.ts";
import { codeOf, told } from "#tests/world/tell.ts";
import { aText } from "#tests/world/texts.ts";
import { answerReview } from "./answer-review.ts";
import { listBook } from "./list-book.ts";
import { listReview } from "./list-review.ts";
import { removeCard } from "./remove-card.ts";
import { saveReviewSettings } from "./save-review-settings.ts";

let desk: Awaited<ReturnType<typeof aQuestionDesk>>;
beforeAll(async () => {
  desk = await aQuestionDesk();
});

const DAY_MS = 86_400_000;
const began = Date.parse("2026-12-01T02:00:00Z");
const day = (number: number, minutes = 0) => new Date(began + number * DAY_MS + minutes * 60_000);

/** The stored card of a person. */
async function storedCard(personId: number, questionId: number) {
  const isIt = and(eq(reviewCards.personId, personId), eq(reviewCards.questionId, questionId));
  return (await database("desk").select().from(reviewCards).where(isIt))[0];
}
const logOf = (personId: number, questionId: number) =>
  database("desk")
    .select()
    .from(reviewLog)
    .where(and(eq(reviewLog.personId, personId), eq(reviewLog.questionId, questionId)))
    .orderBy(asc(reviewLog.id));

/** The memory that a bare ts-fsrs has after the logged reviews, days counted from four in the morning. */
async function replayed(personId: number, questionId: number) {
  const bare = fsrs({ request_retention: 0.85, maximum_interval: 180, enable_short_term: false });
  const shifted = (at: Date) => new Date(at.getTime() + 4 * 3_600_000);
  const log = await logOf(personId, questionId);
  const card = log.reduce<Card>(
    (before, { rating, reviewedAt }) => bare.next(before, shifted(reviewedAt), rating as Grade).card,
    createEmptyCard(shifted(day(0))),
  );
  return { stability: card.stability, difficulty: card.difficulty, reviews: card.reps, lapses: card.lapses };
}

/** Somebody who has answered questions of a text wrong, and the way to answer them again. */
async function mistaken(count = 1) {
  const questions: number[] = [];
  for (let at = 0; at < count; at += 1) questions.push(await aPublishedQuestion(desk));
  const person = await aPerson(desk.left);
  const { slug } = await aText(questions.map((id) => [id, "p1"]));
  const { checks } = await told(readMaterial, person, { slug });
  const placeOf = new Map(
    checks.map((check) => {
      if (check.body.kind !== "single") throw new Error("no check");
      return [check.questionId, { version: check.version, right: check.body.options.indexOf("乙") }] as const;
    }),
  );
  const found = (questionId: number) => placeOf.get(questionId) ?? { version: 0, right: 0 };
  for (const questionId of questions) {
    const { version, right } = found(questionId);
    const answer = { slug, questionId, version, tries: 0, response: { picks: [(right + 1) % 3] } };
    valueOf(await answerCheck.call(await as(person, day(0)), answer));
  }
  const queueAt = async (now: Date) => valueOf(await listReview.call(await as(person, now), {}));
  const again = async (isRight: boolean, now: Date, { since = new Date(now.getTime() - 1), questionId = questions[0] ?? 0 } = {}) => {
    const { version, right } = found(questionId);
    const input = { questionId, version, since, response: { picks: [isRight ? right : (right + 1) % 3] } };
    return valueOf(await answerReview.call(await as(person, now), input));
  };
  return { person, questions, questionId: questions[0] ?? 0, version: found(questions[0] ?? 0).version, slug, queueAt, again };
}

test("a wrong answer is due within a day with its passage, and leaves by the schedule of D9; the card is what ts-fsrs makes of the log", async () => {
  const { person, questionId, slug, queueAt, again } = await mistaken();
  expect((await queueAt(day(0, 1))).cards).toEqual([]);
  expect((await told(listBook, person, {})).cards).toMatchObject([{ questionId, dueAt: new Date("2026-12-01T20:00:00Z") }]);
  const queue = await queueAt(day(1));
  expect(queue.cards).toMatchObject([{ wrongCount: 1, cause: "reading", isLeech: false, passage: { slug } }]);
  expect(JSON.stringify(queue)).not.toMatch(/correct|因为/);

  const first = await again(true, day(1, 1), { since: queue.cards[0]?.answeredAt ?? day(0) });
  expect(first).toMatchObject({ isRight: true, leaves: false, reveal: { explanation: "因为是乙。", key: { kind: "single" } } });
  let [now, leaves, goods] = [first.dueAt as Date, false, 1];
  while (!leaves && goods < 12) {
    const cards = (await queueAt(new Date(now.getTime() + 1_000))).cards;
    expect(cards).toHaveLength(1);
    const reply = await again(true, new Date(now.getTime() + 3_600_000));
    goods += 1;
    leaves = reply.leaves;
    now = reply.dueAt as Date;
    const stored = await storedCard(person, questionId);
    expect(stored).toMatchObject(await replayed(person, questionId));
    expect(leaves).toBe((stored?.stability ?? 0) >= 30);
  }
  expect(leaves).toBe(true);
  expect(goods).toBeGreaterThan(2);
  expect((await queueAt(new Date(now.getTime() + DAY_MS))).cards).toEqual([]);
  expect((await told(listBook, person, {})).cards).toEqual([]);
  expect(await storedCard(person, questionId)).toMatchObject({ removedBy: "known", goodInRow: goods });
});

test("repeats of one day do not count twice; a wrong one after a right one does", async () => {
  const { person, questionId, again } = await mistaken();
  expect((await again(true, day(0, 5))).dueAt).toEqual(new Date("2026-12-01T20:00:00Z"));
  expect(await logOf(person, questionId)).toMatchObject([{ rating: 1, cause: "reading" }]);
  await again(true, day(1));
  await again(true, day(1, 1));
  expect((await logOf(person, questionId)).map(({ rating }) => rating)).toEqual([1, 3]);
  const wrong = await again(false, day(1, 2));
  expect(reviewDayOf(wrong.dueAt as Date)).toBe(reviewDayOf(day(2)));
  await again(false, day(1, 3));
  await again(true, day(1, 4));
  expect((await logOf(person, questionId)).map(({ rating }) => rating)).toEqual([1, 3, 1]);
  expect(await storedCard(person, questionId)).toMatchObject({ ...(await replayed(person, questionId)), wrongCount: 3, goodInRow: 0 });
});

test("effort makes it Hard, the member's word Easy", async () => {
  const { person, questionId, version, queueAt } = await mistaken();
  const body = (await queueAt(day(1))).cards[0]?.body;
  const right = body?.kind === "single" ? body.options.indexOf("乙") : -1;
  const give = async (now: Date, said: object) =>
    valueOf(await answerReview.call(await as(person, now), { questionId, version, since: now, response: { picks: [right] }, ...said }));
  await give(day(1), { changed: true });
  await give(day(9), { easy: true });
  expect((await logOf(person, questionId)).map(({ rating }) => rating)).toEqual([1, 2, 4]);
});

test("six lapses make a leech", async () => {
  const { again } = await mistaken();
  let reply = await again(false, day(1));
  for (let at = 2; at <= 6; at += 1) {
    expect(reply.isLeech).toBe(false);
    reply = await again(false, day(at));
  }
  expect(reply.isLeech).toBe(true);
});

test("a day asks no more than its measure, whatever has heaped up, and no more when it is done", async () => {
  const { person, questions, queueAt, again } = await mistaken(7);
  const save = async (input: object) => saveReviewSettings.call(await as(person, day(1)), input);
  expect(await save({ dailyCap: 4 })).toMatchObject({ ok: false, fields: [{ path: "dailyCap" }] });
  expect(await save({ dailyCap: 51 })).toMatchObject({ ok: false });
  expect(await save({ dailyCap: 5, examOn: "2026-11-30" })).toMatchObject({ ok: false, code: "exam-is-past" });
  expect(valueOf(await save({ dailyCap: 5, examOn: "2026-12-20" }))).toEqual({ dailyCap: 5, examOn: "2026-12-20" });
  const { cards, done } = await queueAt(day(1, 1));
  expect({ shown: cards.length, done }).toEqual({ shown: 5, done: 0 });
  for (const { questionId } of cards.slice(0, 2)) await again(true, day(1, 2), { questionId });
  expect(await queueAt(day(1, 3))).toMatchObject({ done: 2, dailyCap: 5, examOn: "2026-12-20" });
  expect((await queueAt(day(1, 3))).cards).toHaveLength(3);
  for (const { questionId } of cards.slice(2)) await again(true, day(1, 4), { questionId });
  expect(await queueAt(day(1, 5))).toMatchObject({ done: 5, cards: [] });
  // Next day the two that waited come first: nothing is remembered less.
  const waiting = questions.filter((id) => !cards.some(({ questionId }) => questionId === id));
  const next = (await queueAt(day(2))).cards.map(({ questionId }) => questionId);
  expect(new Set(next.slice(0, 2))).toEqual(new Set(waiting));
});

test("by hand it leaves and comes back; a changed key begins it anew, other changes do not", async () => {
  const { person, questionId, again, queueAt } = await mistaken();
  await again(true, day(1));
  await again(true, day(8));
  expect(await told(removeCard, person, { questionId })).toMatchObject({ removedAt: expect.any(Date) });
  expect(await storedCard(person, questionId)).toMatchObject({ removedBy: "hand", reviews: 3 });
  expect((await queueAt(day(90))).cards).toEqual([]);
  expect(await told(removeCard, person, { questionId, back: true })).toEqual({ questionId, removedAt: null });

  const reword = async (number: number, change: object) => {
    await told(editQuestion, desk.author, { id: questionId, from: number, ...single("换了说法的一题问什么？"), ...change, submit: true });
    await told(reviewQuestion, desk.reviewer, { id: questionId, number: number + 1, verdict: "publish" });
  };
  await reword(1, { explanation: "另一种说法。" });
  expect(await storedCard(person, questionId)).toMatchObject({ reviews: 3 });
  await reword(2, { key: { kind: "single", correct: 2 } });
  expect(await storedCard(person, questionId)).toMatchObject({ reviews: 0, stability: null, dueAt: null, lapses: 0, removedAt: null });
  expect((await queueAt(day(9))).cards).toHaveLength(1);
  await told(retireQuestion, desk.author, { id: questionId });
  expect((await queueAt(day(9))).cards).toEqual([]);
});

test("a double press counts once, and the card of somebody else is nobody's business", async () => {
  const { person, questionId, version, again, queueAt } = await mistaken();
  const since = (await queueAt(day(1))).cards[0]?.answeredAt as Date;
  const both = await Promise.all([again(false, day(1, 2), { since }), again(false, day(1, 2), { since })]);
  expect(both.map(({ wrongCount }) => wrongCount)).toEqual([2, 2]);
  const other = await aPerson(desk.left);
  const input = { questionId, version, since: day(9), response: { picks: [0] } };
  for (const verb of [answerReview, removeCard]) {
    expect(await codeOf(verb, other, verb === removeCard ? { questionId } : input)).toBe("not-found");
  }
  expect(await codeOf(answerReview, person, { ...input, version: version + 1 })).toBe("question-changed");
  expect(await codeOf(answerReview, person, { ...input, response: null })).toBe("no-answer");
});
