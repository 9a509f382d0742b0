import { type Card, createEmptyCard, type FSRS, fsrs, GenSeedStrategyWithCardId, State, StrategyMode } from "ts-fsrs";
import { AGAIN, GOOD, type Rating } from "./rating.ts";
import { beginOfReviewDay, reviewDayOf } from "./review-day.ts";

/** What FSRS remembers of a card; null before the first review that counted. */
export type Memory = Readonly<{
  stability: number | null;
  difficulty: number | null;
  reviewedAt: Date | null;
  reviews: number;
  lapses: number;
  goodInRow: number;
}>;
export type Scheduled = Memory & Readonly<{ stability: number; difficulty: number; reviewedAt: Date; dueAt: Date; isKnown: boolean }>;

export const NEW_CARD: Memory = { stability: null, difficulty: null, reviewedAt: null, reviews: 0, lapses: 0, goodInRow: 0 };

const DAY_MS = 86_400_000;
/** The farthest a card is put off, in days. */
const FARTHEST = 180;
/** D9: what is remembered for so many days, and was Good so often in a row, leaves the book. */
const KNOWN_DAYS = 30;
const KNOWN_GOODS = 2;
/** Lapses after which answering again does not help: the text is to be read again, and somebody asked. */
export const LEECH_LAPSES = 6;

/** How surely one wants to know: for general study, and when an exam is near. */
const RETENTION = 0.85;
const EXAM_RETENTION = 0.9;

/** FSRS counts days by UTC's midnight: instants are given to it so that this is the beginning of the review day. */
const shifted = (at: Date): Date => new Date(at.getTime() - beginOfReviewDay(0).getTime());

/** Days from the review day of `now` to that of the exam ("2026-12-01"); null without one, or when it is over. */
function daysToExam(examOn: string | null, now: Date): number | null {
  if (examOn === null) return null;
  const days = Math.floor(Date.parse(examOn) / DAY_MS) - reviewDayOf(now);
  return days >= 1 ? days : null;
}

function schedulerOf(toExam: number | null): { scheduler: FSRS; farthest: number } {
  const farthest = Math.min(FARTHEST, toExam ?? FARTHEST);
  const scheduler = fsrs({
    request_retention: toExam === null ? RETENTION : EXAM_RETENTION,
    maximum_interval: farthest,
    enable_fuzz: true,
    enable_short_term: false,
  });
  // biome-ignore lint/correctness/useHookAtTopLevel: not React's: the library calls it so.
  scheduler.useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId("name"));
  return { scheduler, farthest };
}

function cardOf(memory: Memory, name: string, now: Date): Card & { name: string } {
  const empty = { ...createEmptyCard(shifted(now)), name };
  const { stability, difficulty, reviewedAt, reviews, lapses } = memory;
  if (stability === null || difficulty === null || reviewedAt === null) return empty;
  return { ...empty, stability, difficulty, reps: reviews, lapses, state: State.Review, last_review: shifted(reviewedAt) };
}

/**
 * A review that counts, and what FSRS-6 makes of it (D9). The card is due from the beginning of its review day; after a wrong answer
 * always on the next one (B10), whatever the interval would be. `name` is the card's own, for the seed of the fuzz.
 */
export function afterReview(memory: Memory, rating: Rating, at: { now: Date; name: string; examOn: string | null }): Scheduled {
  const { now, name, examOn } = at;
  const { scheduler, farthest } = schedulerOf(daysToExam(examOn, now));
  const { card } = scheduler.next(cardOf(memory, name, now), shifted(now), rating);
  // The library keeps its four grades a day apart, also past its own maximum.
  const days = rating === AGAIN ? 1 : Math.min(card.scheduled_days, farthest);
  const goodInRow = rating >= GOOD ? memory.goodInRow + 1 : 0;
  return {
    stability: card.stability,
    difficulty: card.difficulty,
    reviewedAt: now,
    reviews: card.reps,
    lapses: card.lapses,
    goodInRow,
    dueAt: beginOfReviewDay(reviewDayOf(now) + days),
    isKnown: card.stability >= KNOWN_DAYS && goodInRow >= KNOWN_GOODS,
  };
}

/**
 * Whether an answer counts as a review (D9): the first of its review day, and the first wrong one after a right one. What is answered
 * right after that is a repetition, which tells nothing of the days to come.
 */
export function countsAsReview(last: Readonly<{ rating: number; reviewedAt: Date }> | null, rating: Rating, now: Date): boolean {
  if (last === null || reviewDayOf(last.reviewedAt) !== reviewDayOf(now)) return true;
  return rating === AGAIN && last.rating !== AGAIN;
}
