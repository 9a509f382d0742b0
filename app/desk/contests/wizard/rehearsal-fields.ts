import type { ContestRules } from "#domain/contests/rules.ts";
import { instantOf, wallTimeOf } from "./wall-time.ts";

/** What the wizard's fields hold of a rehearsal: its window by the clock on the wall. */
export type RehearsalFields = {
  rehearses: boolean;
  rehearsalFrom: string;
  rehearsalUntil: string;
  rehearsalAttempts: string;
  rehearsalFromPool: boolean;
};

const DAY_MS = 86_400_000;
/** The three days before the contest. */
const USUAL = { fromMs: -3 * DAY_MS, untilMs: 0, attempts: 3, fromPool: false };

/** The fields filled from rules, which count from the opening. */
export function rehearsalFieldsOf({ rehearsal }: Pick<ContestRules, "rehearsal">, opensAt: Date): RehearsalFields {
  const { fromMs, untilMs, attempts, fromPool } = rehearsal ?? USUAL;
  const wall = (ms: number): string => wallTimeOf(new Date(opensAt.getTime() + ms));
  return {
    ...{ rehearses: rehearsal !== undefined, rehearsalFrom: wall(fromMs), rehearsalUntil: wall(untilMs) },
    ...{ rehearsalAttempts: String(attempts), rehearsalFromPool: fromPool },
  };
}

/** How long after the opening a moment is; null when either cannot be read, and the verb refuses it. */
function sinceOpening(moment: string, opensAt: string): number | null {
  const ms = Date.parse(instantOf(moment)) - Date.parse(instantOf(opensAt));
  return Number.isFinite(ms) ? ms : null;
}

const countOf = (typed: string): number | null => (typed.trim() === "" || !Number.isFinite(Number(typed)) ? null : Number(typed));

/** The rehearsal as the verbs take it; not ticked, it is not sent. */
export function rehearsalRulesOf(fields: RehearsalFields & { opensAt: string }) {
  const { rehearses, rehearsalFrom, rehearsalUntil, rehearsalAttempts: attempts, rehearsalFromPool: fromPool, opensAt } = fields;
  if (!rehearses) return {};
  const window = { fromMs: sinceOpening(rehearsalFrom, opensAt), untilMs: sinceOpening(rehearsalUntil, opensAt) };
  return { rehearsal: { ...window, attempts: countOf(attempts), fromPool } };
}
