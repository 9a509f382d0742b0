import { and, eq } from "drizzle-orm";
import { type Card, createEmptyCard, fsrs, Rating } from "ts-fsrs";
import { expect, test } from "vitest";
import { database } from "#db/client.ts";
import { reviewCards } from "#db/schema/reviews.ts";
import { answerPractice } from "#server/practices/answer-practice.ts";
import { getPractice } from "#server/practices/get-practice.ts";
import { showNext } from "#server/practices/show-next.ts";
import { startPractice } from "#server/practices/start-practice.ts";
import { createQuestion } from "#server/questions/create-question.ts";
import { reviewQuestion } from "#server/questions/review-question.ts";
import { valueOf } from "#tests/world/outcome.ts";
import { aPerson, as } from "#tests/world/people.ts";
import { aQuestionDesk, single } from "#tests/world/questions.ts";
import { told } from "#tests/world/tell.ts";
import { aText } from "#tests/world/texts.ts";
import { answerReview } from "./answer-review.ts";
import { listBook } from "./list-book.ts";
import { listReview } from "./list-review.ts";

const DAY_MS = 86_400_000;
const BEGAN = Date.parse("2026-12-01T02:00:00Z");
const later = (ms: number): Date => new Date(BEGAN + ms);
type Verb<T> = { call: (context: Awaited<ReturnType<typeof as>>, input: unknown) => Promise<T> };

/** A person of a branch whose bank has seven questions, each answered by the second paragraph of a text. */
async function someone() {
  const desk = await aQuestionDesk();
  const { slug } = await aText([], { branchId: desk.root });
  for (let at = 0; at < 7; at += 1) {
    const { id } = await told(createQuestion, desk.author, { ...single(), material: slug, passage: "p2", submit: true });
    await told(reviewQuestion, desk.reviewer, { id, number: 1, verdict: "publish" });
  }
  const person = await aPerson(desk.left);
  const call = async <T>(verb: Verb<T>, now: Date, input: object) => verb.call(await as(person, now), input);
  return { person, slug, call };
}
type Someone = Awaited<ReturnType<typeof someone>>;

const picksOf = (body: { kind: string; options?: readonly string[] }, isRight: boolean) => {
  const right = body.options?.indexOf("乙") ?? -1;
  if (right < 0) throw new Error("not one of three");
  return { picks: [isRight ? right : (right + 1) % 3] };
};

/** Does the five of the day, two of them wrong; the numbers of those two. */
async function dailyFive({ call }: Someone): Promise<number[]> {
  const { id } = valueOf(await call(startPractice, later(0), { mode: "daily" }));
  const wrong: number[] = [];
  for (const [at, isRight] of [true, false, true, false, true].entries()) {
    const now = later((1 + at) * 20_000);
    const { next } = valueOf(await call(getPractice, now, { id }));
    if (!next) throw new Error("fewer than five");
    const { slot, version } = next;
    valueOf(await call(answerPractice, now, { id, slot, version, response: picksOf(next.body, isRight) }));
    if (!isRight) wrong.push(next.questionId);
    valueOf(await call(showNext, now, { id }));
  }
  return wrong;
}

/** D9 on a bare ts-fsrs that shares nothing with the house: 0.85, at most 180 days, no short steps, no fuzz; days roll at 04:00 UTC+8. */
const bare = fsrs({ request_retention: 0.85, maximum_interval: 180, enable_short_term: false, enable_fuzz: false });
const inDays = (at: Date): Date => new Date(at.getTime() + 4 * 3_600_000);
const dayOf = (at: Date): number => Math.floor(inDays(at).getTime() / DAY_MS);

async function storedCard(personId: number, questionId: number) {
  const isIt = and(eq(reviewCards.personId, personId), eq(reviewCards.questionId, questionId));
  return (await database("desk").select().from(reviewCards).where(isIt))[0];
}

/** The stored card is the reckoned one; it is due when that is, give or take the fuzz of D9, and after a mistake on the next day. */
async function expectAgreed(personId: number, questionId: number, reckoned: Card, now: Date): Promise<void> {
  const stored = await storedCard(personId, questionId);
  expect(stored).toMatchObject({
    ...{ stability: reckoned.stability, difficulty: reckoned.difficulty, reviews: reckoned.reps, lapses: reckoned.lapses },
    reviewedAt: now,
  });
  if (!stored?.dueAt) throw new Error("a card without a day");
  const days = dayOf(stored.dueAt) - dayOf(now);
  const wasWrong = stored.goodInRow === 0;
  const fuzz = wasWrong ? 0 : 1 + 0.15 * Math.min(7, reckoned.scheduled_days) + 0.1 * Math.min(13, reckoned.scheduled_days) + 0.05 * days;
  expect(Math.abs(days - (wasWrong ? 1 : reckoned.scheduled_days))).toBeLessThanOrEqual(fuzz);
}

/** Answers a card on each day it is due, wrong the times it is said, until it leaves; the days on which it was asked, from the first. */
async function reviewUntilKnown(one: Someone, questionId: number, wrongAt: readonly number[]): Promise<number[]> {
  const { person, slug, call } = one;
  const failedAt = (await storedCard(person, questionId))?.reviewedAt ?? later(0);
  let reckoned = bare.next(createEmptyCard(inDays(failedAt)), inDays(failedAt), Rating.Again).card;
  await expectAgreed(person, questionId, reckoned, failedAt);
  const asked: number[] = [];
  while (asked.length < 20) {
    const due = (await storedCard(person, questionId))?.dueAt as Date;
    const isAskedAt = async (now: Date) => valueOf(await call(listReview, now, {})).cards.find((card) => card.questionId === questionId);
    expect(await isAskedAt(new Date(due.getTime() - 1_000))).toBeUndefined();
    const now = new Date(due.getTime() + 6 * 3_600_000);
    const card = await isAskedAt(now);
    if (!card) throw new Error("not asked on its day");
    expect(card.passage).toMatchObject({ slug, paragraph: "p2" });
    const isRight = !wrongAt.includes(asked.length);
    const said = { questionId, version: card.version, since: card.answeredAt, response: picksOf(card.body, isRight) };
    const { leaves } = valueOf(await call(answerReview, now, said));
    reckoned = bare.next(reckoned, inDays(now), isRight ? Rating.Good : Rating.Again).card;
    await expectAgreed(person, questionId, reckoned, now);
    asked.push(dayOf(now) - dayOf(failedAt));
    const stored = await storedCard(person, questionId);
    expect(leaves).toBe(reckoned.stability >= 30 && (stored?.goodInRow ?? 0) >= 2);
    if (leaves) return asked;
  }
  throw new Error("it never left");
}

test("the daily five, two wrong, due within a day with the passage, reviewed on the schedule until they leave; each stored card is ts-fsrs's", async () => {
  const one = await someone();
  const wrong = await dailyFive(one);
  expect(wrong).toHaveLength(2);
  const tomorrow = valueOf(await one.call(listReview, later(DAY_MS), {})).cards;
  expect(new Set(tomorrow.map(({ questionId }) => questionId))).toEqual(new Set(wrong));
  expect(tomorrow.every(({ passage }) => passage?.slug === one.slug && passage.paragraph === "p2")).toBe(true);

  const [steady = 0, forgotten = 0] = wrong;
  const first = await reviewUntilKnown(one, steady, []);
  // The other is forgotten once more on the way, and takes longer for it.
  const second = await reviewUntilKnown(one, forgotten, [2]);
  expect([first[0], second[0]]).toEqual([1, 1]);
  expect(first.length).toBeGreaterThan(2);
  expect(second.length).toBeGreaterThan(first.length);
  expect((second[3] ?? 0) - (second[2] ?? 0)).toBe(1);
  for (const questionId of wrong) expect(await storedCard(one.person, questionId)).toMatchObject({ removedBy: "known" });
  const end = later(400 * DAY_MS);
  expect(valueOf(await one.call(listReview, end, {})).cards).toEqual([]);
  expect(valueOf(await one.call(listBook, end, {})).cards).toEqual([]);
}, 60_000);
