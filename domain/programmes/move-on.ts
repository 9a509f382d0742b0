import type { MoveOn } from "./item.ts";
import type { Outcome } from "./outcome.ts";

const NOTHING: Outcome = { completedAt: null, best: null, bestAt: null };

/** Whether a score reaches the mastery: at least, not above (D15). Without a mastery every score does; without a score none does. */
export const isPassed = (best: number | null, mastery: number | null): boolean => best !== null && best >= (mastery ?? 0);

/**
 * When an item was satisfied; null: not yet (D15, cmi5 moveOn). `completes` is the outcome of what is read or attended, `scores` of
 * what is marked. NotApplicable needs nothing: it is satisfied from `publishedAt` on.
 */
export function satisfiedAt(
  rule: Readonly<{ moveOn: MoveOn; mastery: number | null; publishedAt: Date }>,
  completes: Outcome = NOTHING,
  scores: Outcome = NOTHING,
): Date | null {
  const completed = completes.completedAt;
  const passed = isPassed(scores.best, rule.mastery) ? scores.bestAt : null;
  switch (rule.moveOn) {
    case "Completed":
      return completed;
    case "Passed":
      return passed;
    case "CompletedAndPassed":
      return completed && passed ? later(completed, passed) : null;
    case "CompletedOrPassed":
      return completed && passed ? earlier(completed, passed) : (completed ?? passed);
    case "NotApplicable":
      return rule.publishedAt;
  }
}

const later = (one: Date, other: Date) => (one > other ? one : other);
const earlier = (one: Date, other: Date) => (one < other ? one : other);
