import type { EntryRule } from "./rules.ts";

/** What a study year is made of (R27): what one owed and completed, and what the ledger has of each kind. */
export const DIMENSIONS = ["completion", "practice", "contribution", "meeting", "contest"] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export type LedgerDimension = Exclude<Dimension, "completion">;

const OF_RULE: Partial<Record<EntryRule, LedgerDimension>> = {
  daily: "practice",
  review: "practice",
  duel: "practice",
  contribution: "contribution",
  meeting: "meeting",
  contest: "contest",
};

/** Which part of a study year an entry counts for; a correction counts where the entry does that it corrects. */
export const dimensionOf = (rule: EntryRule, corrects: EntryRule | null = null): LedgerDimension | null =>
  OF_RULE[rule] ?? (corrects === null ? null : (OF_RULE[corrects] ?? null));

/** The study year a day lies in, named by the year it begins in. */
export function studyYearOf(day: string, startsInMonth: number): number {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return month >= startsInMonth ? year : year - 1;
}

const firstOf = (year: number, month: number) => `${year}-${String(month).padStart(2, "0")}-01`;

/** Its first day, and the first day that is not in it any more. */
export const boundsOfYear = (year: number, startsInMonth: number): { from: string; until: string } => ({
  from: firstOf(year, startsInMonth),
  until: firstOf(year + 1, startsInMonth),
});

export type YearFacts = Readonly<{ owed: number; done: number; points: Readonly<Record<LedgerDimension, number>> }>;
type Weighing = Readonly<{ weights: Readonly<Record<Dimension, number>>; whole: Readonly<Record<Dimension, number>> }>;

/** One part: of how much how much was reached, in hundredths of a percent, what it weighs, and what it adds to the total. */
export type YearPart = Readonly<{ dimension: Dimension; reached: number; of: number; share: number; weight: number; adds: number }>;
export type YearStatement = Readonly<{ parts: readonly YearPart[]; total: number }>;

/** Ten-thousandths: the whole of a part, and of the year. */
const WHOLE = 10_000;

/**
 * The year by its weights, in hundredths of a point out of 100. Who owed nothing is not judged by completion: the other weights make up the
 * whole then, in their proportion. A part is whole at most, and never below nothing.
 */
export function statementOf({ owed, done, points }: YearFacts, { weights, whole }: Weighing): YearStatement {
  const facts = DIMENSIONS.map((dimension) => {
    const reached = dimension === "completion" ? done : Math.max(0, points[dimension]);
    const of = dimension === "completion" ? owed : whole[dimension];
    const share = of === 0 ? 0 : Math.min(WHOLE, Math.floor((reached * WHOLE) / of));
    return { dimension, reached, of, share, weight: of === 0 ? 0 : weights[dimension] };
  }).filter(({ dimension, weight }) => weight > 0 || (dimension === "completion" && weights.completion > 0));
  const all = facts.reduce((sum, { weight }) => sum + weight, 0);
  let exact = 0;
  const parts = facts.map((part) => {
    const before = Math.round(exact);
    exact += all === 0 ? 0 : (part.share * part.weight) / all;
    // The running sum is rounded and not each part, so that the parts make up the total to the last digit.
    return { ...part, adds: Math.round(exact) - before };
  });
  return { parts, total: Math.round(exact) };
}
