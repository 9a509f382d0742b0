import fc from "fast-check";
import { createEmptyCard, fsrs } from "ts-fsrs";
import { describe, expect, test } from "vitest";
import { AGAIN, EASY, GOOD, HARD, type Rating, ratingOf } from "./rating.ts";
import { beginOfReviewDay, reviewDayOf } from "./review-day.ts";
import { afterReview, countsAsReview, type Memory, NEW_CARD } from "./schedule.ts";

const DAY_MS = 86_400_000;
const START = new Date("2026-11-20T01:00:00Z");
const w = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729,
  0.5425, 0.0912, 0.0658, 0.1542,
] as const;

/** D9's formulas, written down a second time and on their own. Short-term steps are off, so that w17 and w18 count for nothing. */
const FACTOR = 0.9 ** (-1 / w[20]) - 1;
const recall = (t: number, S: number) => (1 + (FACTOR * t) / S) ** -w[20];
const clamp = (value: number) => Math.min(10, Math.max(1, value));
const firstDifficulty = (grade: number) => w[4] - Math.exp((grade - 1) * w[5]) + 1;
function byHand(memory: { S: number; D: number } | null, grade: Rating, days: number): { S: number; D: number } {
  if (!memory) return { S: Math.max(w[grade - 1] as number, 0.1), D: clamp(firstDifficulty(grade)) };
  const { S, D } = memory;
  const R = recall(days, S);
  const grown =
    1 +
    Math.exp(w[8]) * (11 - D) * S ** -w[9] * (Math.exp(w[10] * (1 - R)) - 1) * (grade === HARD ? w[15] : 1) * (grade === EASY ? w[16] : 1);
  const lapsed = Math.min(w[11] * D ** -w[12] * ((S + 1) ** w[13] - 1) * Math.exp(w[14] * (1 - R)), S);
  const damped = D - (w[6] * (grade - 3) * (10 - D)) / 9;
  return { S: grade === AGAIN ? lapsed : S * grown, D: clamp(w[7] * firstDifficulty(EASY) + (1 - w[7]) * damped) };
}

const review = (memory: Memory, rating: Rating, now: Date, examOn: string | null = null) =>
  afterReview(memory, rating, { now, name: "7.11", examOn });

describe("a card's memory", () => {
  test("is what D9's formulas make of any history, and what ts-fsrs makes of it", () => {
    const history = fc.array(
      fc.record({ rating: fc.constantFrom<Rating>(AGAIN, HARD, GOOD, EASY), days: fc.integer({ min: 1, max: 200 }) }),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(history, (steps) => {
        const bare = fsrs({ request_retention: 0.85, maximum_interval: 180, enable_short_term: false });
        let [memory, card, now] = [NEW_CARD, createEmptyCard(START), START];
        for (const { rating, days } of steps) {
          now = new Date(now.getTime() + days * DAY_MS);
          // From one step to the next: the library rounds what it keeps to eight places, and small differences grow.
          const own = byHand(memory.stability === null ? null : { S: memory.stability, D: memory.difficulty ?? 0 }, rating, days);
          card = bare.next(card, now, rating).card;
          const after = review(memory, rating, now);
          expect(Math.abs(after.stability / own.S - 1)).toBeLessThan(1e-4);
          expect(Math.abs(after.difficulty / own.D - 1)).toBeLessThan(1e-4);
          expect({ S: after.stability, D: after.difficulty, n: after.reviews, lapses: after.lapses }).toEqual({
            ...{ S: card.stability, D: card.difficulty, n: card.reps, lapses: card.lapses },
          });
          memory = after;
        }
      }),
      { numRuns: 200 },
    );
  });

  test("grows by Good alone, asked when 90 % would know it, as D9 prints: 2.3, 11.9, 49.6, 173, 525 days", () => {
    let own: { S: number; D: number } | null = null;
    const grown = Array.from({ length: 5 }, () => {
      own = byHand(own, GOOD, own?.S ?? 0);
      return own.S;
    });
    for (const [at, days] of [2.31, 11.9, 49.6, 173, 525].entries()) expect(Math.abs((grown[at] ?? 0) / days - 1)).toBeLessThan(0.01);
  });
});

describe("when a card comes again", () => {
  test("after a wrong answer on the next review day, however well it was known", () => {
    let [memory, now] = [NEW_CARD, START];
    for (let at = 0; at < 6; at += 1) {
      memory = review(memory, GOOD, now);
      now = new Date(now.getTime() + 60 * DAY_MS);
    }
    const { dueAt, lapses, stability } = review(memory, AGAIN, now);
    expect(stability).toBeGreaterThan(2);
    expect(dueAt.getTime() - now.getTime()).toBeLessThanOrEqual(DAY_MS);
    expect(lapses).toBe(1);
  });

  test("never later than 180 days, nor than the exam", () => {
    const well: Memory = { ...NEW_CARD, stability: 400, difficulty: 3, reviewedAt: START, reviews: 5 };
    const now = new Date(START.getTime() + 170 * DAY_MS);
    const far = review(well, GOOD, now).dueAt.getTime() - now.getTime();
    expect(far / DAY_MS).toBeGreaterThan(120);
    expect(far / DAY_MS).toBeLessThanOrEqual(180);
    const examOn = new Date(now.getTime() + 9 * DAY_MS).toISOString().slice(0, 10);
    for (const rating of [HARD, GOOD, EASY] as const) {
      expect(reviewDayOf(review(well, rating, now, examOn).dueAt) - reviewDayOf(now)).toBeLessThanOrEqual(9);
    }
    // An exam that is over asks nothing any more.
    expect(review(well, GOOD, now, "2026-01-01").dueAt).toEqual(review(well, GOOD, now).dueAt);
  });

  test("always at four in the morning, China time; the same review day for late evenings", () => {
    const late = new Date("2026-11-20T19:59:00Z");
    const early = new Date("2026-11-20T20:01:00Z");
    expect(reviewDayOf(early)).toBe(reviewDayOf(late) + 1);
    expect(review(NEW_CARD, AGAIN, late).dueAt).toEqual(new Date("2026-11-20T20:00:00Z"));
    expect(review(NEW_CARD, AGAIN, early).dueAt).toEqual(new Date("2026-11-21T20:00:00Z"));
    expect(beginOfReviewDay(reviewDayOf(late))).toEqual(new Date("2026-11-19T20:00:00Z"));
    // Two minutes apart and yet a day: the memory has had a night in between.
    const before = review(NEW_CARD, GOOD, late);
    expect(review(before, GOOD, early).stability).toBeGreaterThan(before.stability);
  });

  test("a card's fuzz is its own and always the same", () => {
    const well: Memory = { ...NEW_CARD, stability: 40, difficulty: 4, reviewedAt: START, reviews: 4 };
    const now = new Date(START.getTime() + 50 * DAY_MS);
    const dueOf = (name: string) => afterReview(well, GOOD, { now, name, examOn: null }).dueAt.getTime();
    expect(dueOf("1.2")).toBe(dueOf("1.2"));
    expect(new Set(Array.from({ length: 40 }, (_, at) => dueOf(`1.${at}`))).size).toBeGreaterThan(5);
  });
});

test("a card is known with thirty days and the last two Good; Hard breaks the row", () => {
  const near: Memory = { ...NEW_CARD, stability: 25, difficulty: 4, reviewedAt: START, reviews: 4, goodInRow: 1 };
  const now = new Date(START.getTime() + 30 * DAY_MS);
  expect(review(near, GOOD, now)).toMatchObject({ goodInRow: 2, isKnown: true });
  expect(review(near, EASY, now).isKnown).toBe(true);
  expect(review(near, HARD, now)).toMatchObject({ goodInRow: 0, isKnown: false });
  expect(review({ ...near, goodInRow: 0 }, GOOD, now).isKnown).toBe(false);
  expect(review({ ...near, stability: 2 }, GOOD, new Date(START.getTime() + DAY_MS)).isKnown).toBe(false);
});

test("of a day the first answer counts, and the first wrong one after a right one", () => {
  const at = (hours: number) => new Date(START.getTime() + hours * 3_600_000);
  const last = (rating: Rating) => ({ rating, reviewedAt: at(0) });
  expect(countsAsReview(null, GOOD, at(1))).toBe(true);
  expect(countsAsReview(last(GOOD), GOOD, at(1))).toBe(false);
  expect(countsAsReview(last(AGAIN), GOOD, at(1))).toBe(false);
  expect(countsAsReview(last(AGAIN), AGAIN, at(1))).toBe(false);
  expect(countsAsReview(last(GOOD), AGAIN, at(1))).toBe(true);
  expect(countsAsReview(last(AGAIN), GOOD, at(24))).toBe(true);
});

test("grades: Hard passes, slowness is measured by others, Easy is the member's word", () => {
  expect(ratingOf(false, { easy: true })).toBe(AGAIN);
  expect(ratingOf(true)).toBe(GOOD);
  expect(ratingOf(true, { usedHint: true, easy: true })).toBe(HARD);
  expect(ratingOf(true, { changed: true })).toBe(HARD);
  expect(ratingOf(true, { tookMs: 25_001, medianMs: 10_000 })).toBe(HARD);
  expect(ratingOf(true, { tookMs: 25_000, medianMs: 10_000 })).toBe(GOOD);
  expect(ratingOf(true, { tookMs: 250_000, medianMs: null })).toBe(GOOD);
  expect(ratingOf(true, { easy: true })).toBe(EASY);
});
