import { compareRank, type RankFields } from "#domain/boards/rank-key.ts";
import { bestOfDays, daysThatCount, totalOfDays } from "#domain/contests/days.ts";
import type { ContestRules } from "#domain/contests/rules.ts";
import { Refusal } from "#domain/refusal.ts";
import type { AttemptState } from "./attempt-states.ts";
import { penaltyOf, type Solved } from "./judged.ts";
import type { Tries } from "./tries.ts";

/** What a person is told of an attempt: the stored states, and two that follow from the contest. */
export type ShownState = AttemptState | "under_review" | "published";

/** Every move there is (D1, I6). Ended attempts never take answers again; voiding needs a ruling and is the last word. */
const MOVES: Readonly<Record<ShownState, readonly ShownState[]>> = {
  in_progress: ["finished", "abandoned", "voided"],
  finished: ["under_review", "published", "voided"],
  under_review: ["published", "voided"],
  published: ["voided"],
  abandoned: [],
  voided: [],
};

/** Whether an attempt in `from` may become `to`. */
export const canMove = (from: ShownState, to: ShownState): boolean => MOVES[from].includes(to);

/** The state to show: a finished attempt is under review while its contest hears appeals, published once results are. */
export function shownStateOf(state: AttemptState, contest: { readonly isPublished: boolean; readonly isUnderReview: boolean }): ShownState {
  if (state !== "finished") return state;
  if (contest.isPublished) return "published";
  return contest.isUnderReview ? "under_review" : state;
}

/** What a start depends on. `closesAt` is the person's own (effectiveSettings); the tries are `triesAt` of it. */
export type StartFacts = Tries & {
  readonly now: Date;
  readonly opensAt: Date;
  readonly closesAt: Date | null;
  readonly extensionMs: number;
  readonly delayMs: number;
  readonly lastEndedAt: Date | null;
};

/**
 * Whether a new attempt may start: "ok", or the refusal to throw. Codes `not-open` {opensAt}, `closed` {closesAt},
 * `no-attempts-left` {attempts}, `no-tries-today` {attempts, until}, `wait-before-next` {until, waitMs}; instants in ISO. The window is
 * half-open, [open, close).
 */
export function mayStart(facts: StartFacts): "ok" | Refusal {
  const { now, opensAt, closesAt, extensionMs, attempts, delayMs, attemptsUsed, nextDayAt, lastEndedAt } = facts;
  if (now < opensAt) return new Refusal("not-open", { opensAt: opensAt.toISOString() });
  const closing = closesAt === null ? null : new Date(closesAt.getTime() + extensionMs);
  if (closing !== null && now >= closing) return new Refusal("closed", { closesAt: closing.toISOString() });
  if (attemptsUsed >= attempts) {
    const isLastDay = nextDayAt === null || (closing !== null && nextDayAt >= closing);
    return isLastDay
      ? new Refusal("no-attempts-left", { attempts })
      : new Refusal("no-tries-today", { attempts, until: nextDayAt.toISOString() });
  }
  const until = lastEndedAt === null ? now : new Date(lastEndedAt.getTime() + delayMs);
  if (now < until) return new Refusal("wait-before-next", { until: until.toISOString(), waitMs: until.getTime() - now.getTime() });
  return "ok";
}

/** An ended attempt, ready to be counted; `number` is its order. */
export type EndedAttempt = RankFields & {
  readonly number: number;
  readonly state: AttemptState;
  readonly startedAt: Date;
  /** What was solved when, where several tries were judged at once (D4.3). */
  readonly solved?: readonly Solved[];
};

/** What a person's result is made by. */
export type CountingRules = Pick<ContestRules, "counts" | "format">;
/** A counted result; `days` it is made of, in a format of days. */
export type CountedResult = RankFields & { readonly days?: number };

const halfUpMean = (values: readonly number[]) =>
  Math.floor((2 * values.reduce((sum, value) => sum + value, 0) + values.length) / (2 * values.length));

/** D1's mean of several attempts: mean score and number right (half-up); the times of all, for all were counted (D4.1). */
const meanOf = (attempts: readonly EndedAttempt[]): RankFields => ({
  scoreMilli: halfUpMean(attempts.map((attempt) => attempt.scoreMilli)),
  rightCount: halfUpMean(attempts.map((attempt) => attempt.rightCount)),
  totalMs: attempts.reduce((sum, attempt) => sum + attempt.totalMs, 0),
  lastScoringMs: Math.max(...attempts.map((attempt) => attempt.lastScoringMs)),
});

/** Finished attempts, in their order: abandoned and voided ones never count. */
const finishedOf = (attempts: readonly EndedAttempt[]): EndedAttempt[] =>
  attempts.filter((attempt) => attempt.state === "finished").sort((a, b) => a.number - b.number);

/** An attempt by what its format compares: the penalty for the time (D4.3), or nothing but points, and time where ties are by it (D4.4). */
function inFormat(attempt: EndedAttempt, format: CountingRules["format"]): EndedAttempt {
  if (format?.kind === "icpc") return { ...attempt, totalMs: penaltyOf(attempt.solved ?? [], format) };
  if (format?.kind !== "ioi") return attempt;
  return { ...attempt, rightCount: 0, ...(format.ties === "shared" && { totalMs: 0, lastScoringMs: 0 }) };
}

/** The result that counts of several attempts, by the format (D1, D4); null when none was finished. */
export function countedOf(attempts: readonly EndedAttempt[], { counts, format }: CountingRules): CountedResult | null {
  const finished = finishedOf(attempts).map((attempt) => inFormat(attempt, format));
  if (finished.length === 0) return null;
  if (format?.kind === "daily") return totalOfDays(daysThatCount(bestOfDays(finished), format));
  if (counts === "mean") return meanOf(finished);
  const chosen = counts === "first" ? finished.at(0) : counts === "last" ? finished.at(-1) : finished.toSorted(compareRank).at(0);
  if (!chosen) return null;
  const { scoreMilli, rightCount, totalMs, lastScoringMs } = chosen;
  return { scoreMilli, rightCount, totalMs, lastScoringMs };
}

/** The days of a contest of days as its result is made of them: each with its best, those that count marked. */
export function countedDaysOf(attempts: readonly EndedAttempt[], { format }: Pick<CountingRules, "format">) {
  if (format?.kind !== "daily") return [];
  const days = bestOfDays(finishedOf(attempts));
  const counting = new Set(daysThatCount(days, format).map(({ day }) => day));
  return days.map((day) => ({ ...day, counts: counting.has(day.day) }));
}

/** The best that has counted so far, attempt by attempt: with "last" or "mean" a later attempt may count for less, what was reached stays reached. */
export function bestCountedOf(attempts: readonly EndedAttempt[], rules: CountingRules): number | null {
  const ended = attempts.toSorted((one, other) => one.number - other.number);
  const scores = ended.flatMap((_, at) => countedOf(ended.slice(0, at + 1), rules)?.scoreMilli ?? []);
  return scores.length === 0 ? null : Math.max(...scores);
}
