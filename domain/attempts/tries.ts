import { dayOf, nextDayStart } from "#domain/contests/days.ts";
import type { ContestRules } from "#domain/contests/rules.ts";
import type { AttemptState } from "./attempt-states.ts";

/** How many tries one has, and used: of the contest, or of today where `nextDayAt` says when the next day brings new ones. */
export type Tries = { readonly attempts: number; readonly attemptsUsed: number; readonly nextDayAt: Date | null };

/** The tries of a person at `now`; voided ones were none. Of a day are those that began on it (D4.2). */
export function triesAt(
  { attempts, format }: Pick<ContestRules, "attempts" | "format">,
  earlier: readonly { readonly state: AttemptState; readonly startedAt: Date }[],
  now: Date,
): Tries {
  const used = earlier.filter(({ state }) => state !== "voided");
  if (format?.kind !== "daily") return { attempts, attemptsUsed: used.length, nextDayAt: null };
  const today = used.filter(({ startedAt }) => dayOf(startedAt) === dayOf(now));
  return { attempts: format.perDay, attemptsUsed: today.length, nextDayAt: nextDayStart(now) };
}
