import type { BranchFormula } from "#domain/contests/rules.ts";
import { type BranchFacts, type BranchTotals, branchTotalsOf, contestTotalsOf } from "./branch-totals.ts";

/** The weight of the contest's mean, in people, when a small branch is drawn towards it (D5). */
export const SHRINK_K = 5;
/** Branches with fewer eligible people than this are drawn towards the mean. */
export const SHRINK_BELOW = 20;
/** Branches with fewer eligible people than this have no public row: single results could be read off it. */
export const PUBLIC_FROM = 3;

/**
 * A line of a branch board, with every number that its place follows from (“why this rank”). Values are milli-points; for the
 * formula `participation` milli-percent. The order follows `adjustedMilli`, which is `rawMilli` unless `shrunk`.
 */
export type BranchRow = BranchTotals & {
  readonly branchId: number;
  readonly rank: number;
  readonly formula: BranchFormula;
  readonly rawMilli: number;
  readonly adjustedMilli: number;
  readonly shrunk: boolean;
  /** The contest's own value by the same formula: μ of D5. */
  readonly meanMilli: number;
};

/** The rows, and how many of the branches asked for are too small to have one; their people count in the branch above. */
export type BranchBoard = { readonly rows: readonly BranchRow[]; readonly withoutRow: number };

/** A fraction of whole numbers: what is shown is rounded once, at the end, and no float ever decides a place. */
type Fraction = { readonly over: bigint; readonly under: bigint };

const fraction = (over: number, under: number): Fraction => ({ over: BigInt(over), under: BigInt(Math.max(1, under)) });
const halfUp = ({ over, under }: Fraction) => Number((2n * over + under) / (2n * under));

/** D5's formulas, over the facts of a branch. */
function rawOf(formula: BranchFormula, { eligible, participants, sumMilli, top }: BranchTotals, topN: number): Fraction {
  switch (formula) {
    case "per_head":
      return fraction(sumMilli, eligible);
    case "mean_participants":
      return fraction(sumMilli, participants);
    case "total":
      return fraction(sumMilli, 1);
    case "top_n_mean":
      // Missing places count as nothing, so the divisor is n whatever the number of people.
      return fraction(
        top.reduce((sum, score) => sum + score, 0),
        topN,
      );
    case "participation":
      return fraction(participants * 100_000, eligible);
  }
}

/** Means are shrunk; a total favours size by choice, and the best n are held down by their missing places already. */
const isMean = (formula: BranchFormula) => formula === "per_head" || formula === "mean_participants" || formula === "participation";

/** x̂ = (|E|·x̄ + k·μ)/(|E| + k) (D5), as a fraction. */
export function shrunkTowards(mean: Fraction, own: Fraction, eligible: number): Fraction {
  const people = BigInt(eligible);
  const k = BigInt(SHRINK_K);
  return { over: people * own.over * mean.under + k * mean.over * own.under, under: own.under * mean.under * (people + k) };
}

type Compared = Pick<BranchRow, "adjustedMilli" | "participants" | "eligible" | "totalMs">;

/** Fewer than 0 when `a` stands first: value, then participation, then lower total time; then they share the rank (D5). */
export function compareBranches(a: Compared, b: Compared): number {
  const byParticipation = BigInt(b.participants) * BigInt(a.eligible) - BigInt(a.participants) * BigInt(b.eligible);
  return b.adjustedMilli - a.adjustedMilli || Number(byParticipation) || a.totalMs - b.totalMs;
}

function withRanks(rows: readonly BranchRow[]): BranchRow[] {
  let rank = 1;
  return rows.map((row, at) => {
    const before = rows[at - 1];
    if (before && compareBranches(before, row) !== 0) rank = at + 1;
    return { ...row, rank };
  });
}

/**
 * The board of the branches `among` (siblings, as a rule: childrenOf), best first (D5). Everything is computed over people of the
 * roster snapshot. A branch where nobody took part is not drawn up towards the mean: it stands at nothing.
 */
export function branchBoard(facts: BranchFacts & { readonly formula: BranchFormula; readonly among: readonly number[] }): BranchBoard {
  const { formula, topN, among } = facts;
  const totals = branchTotalsOf(facts);
  const mean = rawOf(formula, contestTotalsOf(facts), topN);
  const rows = among.flatMap((branchId): BranchRow[] => {
    const own = totals.get(branchId);
    if (!own || own.eligible < PUBLIC_FROM) return [];
    const raw = rawOf(formula, own, topN);
    const shrunk = isMean(formula) && own.eligible < SHRINK_BELOW && own.participants > 0;
    const adjustedMilli = halfUp(shrunk ? shrunkTowards(mean, raw, own.eligible) : raw);
    return [{ ...own, branchId, rank: 0, formula, rawMilli: halfUp(raw), adjustedMilli, shrunk, meanMilli: halfUp(mean) }];
  });
  return { rows: withRanks(rows.sort(compareBranches)), withoutRow: among.length - rows.length };
}
