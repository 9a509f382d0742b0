import { compareRank, type RankFields } from "#domain/boards/rank-key.ts";
import type { ContestRules } from "#domain/contests/rules.ts";
import { Refusal } from "#domain/refusal.ts";
import type { AttemptState } from "./attempt-states.ts";

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

/** What a start depends on. `closesAt` is the person's own (effectiveSettings); used attempts count ended ones, voided ones left out. */
export type StartFacts = {
  readonly now: Date;
  readonly opensAt: Date;
  readonly closesAt: Date | null;
  readonly extensionMs: number;
  readonly attempts: number;
  readonly delayMs: number;
  readonly attemptsUsed: number;
  readonly lastEndedAt: Date | null;
};

/**
 * Whether a new attempt may start: "ok", or the refusal to throw. Codes `not-open` {opensAt}, `closed` {closesAt},
 * `no-attempts-left` {attempts}, `wait-before-next` {until, waitMs}; instants in ISO. The window is half-open, [open, close).
 */
export function mayStart(facts: StartFacts): "ok" | Refusal {
  const { now, opensAt, closesAt, extensionMs, attempts, delayMs, attemptsUsed, lastEndedAt } = facts;
  if (now < opensAt) return new Refusal("not-open", { opensAt: opensAt.toISOString() });
  const closing = closesAt === null ? null : new Date(closesAt.getTime() + extensionMs);
  if (closing !== null && now >= closing) return new Refusal("closed", { closesAt: closing.toISOString() });
  if (attemptsUsed >= attempts) return new Refusal("no-attempts-left", { attempts });
  const until = lastEndedAt === null ? now : new Date(lastEndedAt.getTime() + delayMs);
  if (now < until) return new Refusal("wait-before-next", { until: until.toISOString(), waitMs: until.getTime() - now.getTime() });
  return "ok";
}

/** An ended attempt, ready to be counted; `number` is its order. */
export type EndedAttempt = RankFields & { readonly number: number; readonly state: AttemptState };

const halfUpMean = (values: readonly number[]) =>
  Math.floor((2 * values.reduce((sum, value) => sum + value, 0) + values.length) / (2 * values.length));

/** D1's mean of several attempts: mean score and number right (half-up); the times of all, for all were counted (D4.1). */
const meanOf = (attempts: readonly EndedAttempt[]): RankFields => ({
  scoreMilli: halfUpMean(attempts.map((attempt) => attempt.scoreMilli)),
  rightCount: halfUpMean(attempts.map((attempt) => attempt.rightCount)),
  totalMs: attempts.reduce((sum, attempt) => sum + attempt.totalMs, 0),
  lastScoringMs: Math.max(...attempts.map((attempt) => attempt.lastScoringMs)),
});

/** The result that counts of several attempts (D1); null when none was finished. Abandoned and voided ones never count. */
export function countedOf(attempts: readonly EndedAttempt[], policy: ContestRules["counts"]): RankFields | null {
  const finished = attempts.filter((attempt) => attempt.state === "finished").sort((a, b) => a.number - b.number);
  if (finished.length === 0) return null;
  if (policy === "mean") return meanOf(finished);
  const chosen = policy === "first" ? finished.at(0) : policy === "last" ? finished.at(-1) : finished.toSorted(compareRank).at(0);
  if (!chosen) return null;
  const { scoreMilli, rightCount, totalMs, lastScoringMs } = chosen;
  return { scoreMilli, rightCount, totalMs, lastScoringMs };
}

/** The best that has counted so far, attempt by attempt: with "last" or "mean" a later attempt may count for less, what was reached stays reached. */
export function bestCountedOf(attempts: readonly EndedAttempt[], policy: ContestRules["counts"]): number | null {
  const ended = attempts.toSorted((one, other) => one.number - other.number);
  const scores = ended.flatMap((_, at) => countedOf(ended.slice(0, at + 1), policy)?.scoreMilli ?? []);
  return scores.length === 0 ? null : Math.max(...scores);
}
