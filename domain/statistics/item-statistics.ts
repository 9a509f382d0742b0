import type { QuestionBody } from "#domain/questions/question.ts";
import { covarianceOf, isFlat, largestCovarianceOf, meanOf, varianceOf } from "./figures.ts";

/** One place of a paper that was sat: what it was worth there, and the share of it that was earned (0 to 1; no answer earns 0). */
export type SatItem = Readonly<{ versionId: number; share: number; worth: number }>;
/** A finished first attempt (why the first: D8). */
export type Sitting = readonly SatItem[];

/** D8's figures of one wording. All but `attempts` may be unknown; per cent, but for nothing. */
export type ItemFigures = Readonly<{
  attempts: number;
  facility: number | null;
  deviation: number | null;
  discrimination: number | null;
  efficiency: number | null;
  effectiveWeight: number | null;
}>;

/** Fewer than these say nothing (D8): 样本不足. */
export const ENOUGH_ATTEMPTS = 30;

type Columns = { shares: number[]; rests: number[]; marks: number[]; totals: number[] };

/** What each wording earned, beside what the rest of the same paper earned. */
function columnsOf(sittings: readonly Sitting[]): Map<number, Columns> {
  const columns = new Map<number, Columns>();
  for (const sitting of sittings) {
    const total = sitting.reduce((sum, { share, worth }) => sum + share * worth, 0);
    const most = sitting.reduce((sum, { worth }) => sum + worth, 0);
    for (const { versionId, share, worth } of sitting) {
      const own = columns.get(versionId) ?? { shares: [], rests: [], marks: [], totals: [] };
      own.shares.push(share);
      // As a share too, so that one wording in papers of different lengths can be measured over all of them.
      own.rests.push(most > worth ? (total - share * worth) / (most - worth) : 0);
      own.marks.push(share * worth);
      own.totals.push(total);
      columns.set(versionId, own);
    }
  }
  return columns;
}

/** Pearson of the item with the REST of the paper, and the share of the largest covariance that these marks could have. */
function correlationsOf({ shares, rests }: Columns): Pick<ItemFigures, "discrimination" | "efficiency"> {
  const [own, rest] = [varianceOf(shares), varianceOf(rests)];
  if (isFlat(own) || isFlat(rest)) return { discrimination: null, efficiency: null };
  const together = covarianceOf(shares, rests);
  const most = largestCovarianceOf(shares, rests);
  return { discrimination: (100 * together) / Math.sqrt(own * rest), efficiency: isFlat(Math.abs(most)) ? null : (100 * together) / most };
}

/** D8's figures of every wording over these sittings, whether all had the same paper or each another. */
export function itemStatisticsOf(sittings: readonly Sitting[]): ReadonlyMap<number, ItemFigures> {
  const columns = columnsOf(sittings);
  const weights = new Map([...columns].map(([versionId, { marks, totals }]) => [versionId, covarianceOf(marks, totals)]));
  const allWeights = [...weights.values()].reduce((sum, each) => sum + Math.sqrt(Math.max(0, each)), 0);
  return new Map(
    [...columns].map(([versionId, own]) => {
      const attempts = own.shares.length;
      const weight = weights.get(versionId) ?? 0;
      return [
        versionId,
        {
          attempts,
          facility: attempts === 0 ? null : 100 * meanOf(own.shares),
          deviation: attempts < 2 ? null : 100 * Math.sqrt(varianceOf(own.shares)),
          ...correlationsOf(own),
          effectiveWeight: weight < 0 || allWeights === 0 ? null : (100 * Math.sqrt(weight)) / allWeights,
        },
      ];
    }),
  );
}

/** What guessing earns on average, in per cent: one of k; unknown where it is typed or put together. */
export function guessOf(body: QuestionBody): number | null {
  if (body.kind === "single") return 100 / body.options.length;
  return body.kind === "truefalse" ? 50 : null;
}

export const ITEM_FLAGS = ["check_key", "weak", "too_hard", "too_easy", "low_efficiency"] as const;
export type ItemFlag = (typeof ITEM_FLAGS)[number];

/** What an editor should look at (D8's bands); nothing is said of too few attempts. */
export function itemFlagsOf({ attempts, facility, discrimination, efficiency }: Omit<ItemFigures, "deviation" | "effectiveWeight">) {
  if (attempts < ENOUGH_ATTEMPTS) return [];
  const said: Readonly<Record<ItemFlag, boolean>> = {
    check_key: discrimination !== null && discrimination < 0,
    weak: discrimination !== null && discrimination >= 0 && discrimination < 20,
    too_hard: facility !== null && facility < 20,
    too_easy: facility !== null && facility > 95,
    low_efficiency: efficiency !== null && efficiency < 50,
  };
  return ITEM_FLAGS.filter((flag) => said[flag]);
}
