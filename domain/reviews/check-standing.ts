export const CHECK_STATES = ["open", "wrong", "right"] as const;
export type CheckState = (typeof CHECK_STATES)[number];

type Try = Readonly<{ questionId: number; versionId: number; isRight: boolean }>;
type Check = Readonly<{ questionId: number; id: number }>;

/** Wrong answers after which the key is shown without a right one. */
const TRIES_FOR_KEY = 2;

/**
 * How a person stands with a question in a text, by all answers of the oldest first. A right answer stands when the question is worded
 * anew; wrong ones are forgotten then. `tries` counts those of the wording in use; the key is shown after a right one or the second.
 */
export function standingOf(
  check: Check,
  all: readonly Try[],
): { state: CheckState; tries: number; showsKey: boolean; isFirstRight: boolean } {
  const given = all.filter(({ questionId }) => questionId === check.questionId);
  const own = given.filter(({ versionId }) => versionId === check.id);
  const state = given.some(({ isRight }) => isRight) ? "right" : own.length > 0 ? "wrong" : "open";
  const showsKey = own.length >= TRIES_FOR_KEY || own.some(({ isRight }) => isRight);
  return { state, tries: own.length, showsKey, isFirstRight: given[0]?.isRight === true };
}

/** How much of a text's questions is answered right, and the share that was right at the first try, in ten-thousandths. */
export function readingScore(checks: readonly Check[], all: readonly Try[]): { done: number; total: number; score: number } {
  const standings = checks.map((check) => standingOf(check, all));
  const total = standings.length;
  const done = standings.filter(({ state }) => state === "right").length;
  const first = standings.filter(({ isFirstRight }) => isFirstRight).length;
  return { done, total, score: total === 0 ? 0 : Math.round((10_000 * first) / total) };
}
