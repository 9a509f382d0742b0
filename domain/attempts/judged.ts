import type { IcpcFormat, IoiFormat, OneByOneFormat, SurvivalFormat } from "#domain/contests/format.ts";
import type { Mark } from "#domain/questions/mark.ts";
import type { QuestionBody } from "#domain/questions/question.ts";
import { Refusal } from "#domain/refusal.ts";

/** For the way of an answer through the network, after the clock of its question. Printed. */
export const ANSWER_GRACE_MS = 3_000;

/** When the time of a question is over: its clock by the person's factor (D16; null is without limit), standing still while the contest is paused. */
export function questionEndsAt(
  { perQuestionMs }: Pick<OneByOneFormat, "perQuestionMs">,
  { shownAt, timePercent, pausedMs }: { readonly shownAt: Date; readonly timePercent: number | null; readonly pausedMs: number },
): Date | null {
  if (timePercent === null) return null;
  return new Date(shownAt.getTime() + Math.ceil((perQuestionMs * timePercent) / 100) + pausedMs);
}

/** Whether an answer came too late for its question. */
export const isTooLate = (endsAt: Date | null, now: Date): boolean => endsAt !== null && now.getTime() > endsAt.getTime() + ANSWER_GRACE_MS;

/** Lives that are left after so many wrong answers. */
export const livesLeft = ({ lives }: Pick<SurvivalFormat, "lives">, wrong: number): number => Math.max(0, lives - wrong);

/**
 * How many tries a question has: as the rules say, but never as many as would leave only the key. Of two choices there is one; of four that
 * exclude each other, three at most.
 */
export function triesOf({ tries }: Pick<IoiFormat, "tries">, body: QuestionBody): number {
  if (body.kind === "truefalse") return 1;
  return body.kind === "single" ? Math.min(tries, Math.max(1, body.options.length - 1)) : tries;
}

/** Whether a question may be tried once more; refuses `already-right` and `no-tries-left` {tries}. */
export function mayTry(used: number, most: number, isSolved: boolean): "ok" | Refusal {
  if (isSolved) return new Refusal("already-right");
  return used < most ? "ok" : new Refusal("no-tries-left", { tries: most });
}

/** What a mark is worth in a format: where only the wholly right counts (D4.3), nothing for a part. */
export const markInFormat = (mark: Mark, isWhole: boolean): Mark => (isWhole && !mark.right ? { milli: 0, right: false } : mark);

/** A question that was solved: how long after the start, and after how many wrong tries. */
export type Solved = { readonly afterMs: number; readonly wrong: number };

/** The largest a stored result holds: twenty-four days. */
const LARGEST = 2 ** 31 - 1;

/** D4.3: over what was solved, the time of it from the start and so much for each wrong try before it. What was never solved is free. */
export const penaltyOf = (solved: readonly Solved[], { penaltyMs }: Pick<IcpcFormat, "penaltyMs">): number =>
  Math.min(
    LARGEST,
    solved.reduce((sum, { afterMs, wrong }) => sum + afterMs + wrong * penaltyMs, 0),
  );
