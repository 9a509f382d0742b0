import { meanOf, varianceOf } from "./figures.ts";
import { ENOUGH_ATTEMPTS, type Sitting } from "./item-statistics.ts";

/** D8's figures of a whole paper, in per cent of its full mark. `histogram`: how many reached 0–9 %, 10–19 %, … 90–100 %. */
export type PaperFigures = Readonly<{
  attempts: number;
  meanPercent: number | null;
  deviationPercent: number | null;
  /** Cronbach's alpha; it has a meaning only where everybody had the same questions. */
  consistency: number | null;
  errorRatio: number | null;
  standardError: number | null;
  isSamePaper: boolean;
  histogram: readonly number[];
}>;

const BANDS = 10;
const worthOf = (sitting: Sitting) => sitting.reduce((sum, { worth }) => sum + worth, 0);
const marksOf = (sitting: Sitting) => sitting.reduce((sum, { share, worth }) => sum + share * worth, 0);
const paperOf = (sitting: Sitting) =>
  sitting
    .map(({ versionId, worth }) => `${versionId}:${worth}`)
    .sort()
    .join(" ");

/** 100 · n/(n−1) · (1 − Σ var(x_j)/var(T)) of one paper that all of them sat. */
function consistencyOf(sittings: readonly Sitting[]): number | null {
  const items = sittings[0]?.length ?? 0;
  const total = varianceOf(sittings.map(marksOf));
  if (items < 2 || sittings.length < 2 || total === 0) return null;
  const columns = new Map<number, number[]>();
  for (const { versionId, share, worth } of sittings.flat()) {
    const marks = columns.get(versionId) ?? [];
    marks.push(share * worth);
    columns.set(versionId, marks);
  }
  const parts = [...columns.values()].reduce((sum, marks) => sum + varianceOf(marks), 0);
  return (100 * items * (1 - parts / total)) / (items - 1);
}

/** The figures of a contest's paper over its finished first attempts. */
export function paperStatisticsOf(sittings: readonly Sitting[]): PaperFigures {
  const attempts = sittings.length;
  const percents = sittings.map((sitting) => (worthOf(sitting) === 0 ? 0 : (100 * marksOf(sitting)) / worthOf(sitting)));
  const histogram = Array.from({ length: BANDS }, () => 0);
  for (const percent of percents) {
    const band = Math.min(BANDS - 1, Math.floor(percent / BANDS));
    histogram[band] = (histogram[band] ?? 0) + 1;
  }
  const isSamePaper = new Set(sittings.map(paperOf)).size <= 1;
  const deviationPercent = attempts < 2 ? null : Math.sqrt(varianceOf(percents));
  const consistency = isSamePaper ? consistencyOf(sittings) : null;
  const errorRatio = consistency === null ? null : 100 * Math.sqrt(Math.max(0, 1 - consistency / 100));
  return {
    attempts,
    meanPercent: attempts === 0 ? null : meanOf(percents),
    deviationPercent,
    consistency,
    errorRatio,
    standardError: errorRatio === null || deviationPercent === null ? null : (errorRatio * deviationPercent) / 100,
    isSamePaper,
    histogram,
  };
}

export const PAPER_FINDINGS = ["too_easy", "too_hard", "narrow", "wide", "consistent", "inconsistent"] as const;
export type PaperFinding = (typeof PAPER_FINDINGS)[number];

/** What the figures say of the paper: aim for a mean of 50–75 %, a deviation of 12–18 %, a consistency above 75 (D8). */
export function paperFindingsOf({ attempts, meanPercent, deviationPercent, consistency }: PaperFigures): PaperFinding[] {
  if (attempts < ENOUGH_ATTEMPTS) return [];
  const said: Readonly<Record<PaperFinding, boolean>> = {
    too_easy: meanPercent !== null && meanPercent > 75,
    too_hard: meanPercent !== null && meanPercent < 50,
    narrow: deviationPercent !== null && deviationPercent < 12,
    wide: deviationPercent !== null && deviationPercent > 18,
    consistent: consistency !== null && consistency > 75,
    inconsistent: consistency !== null && consistency < 64,
  };
  return PAPER_FINDINGS.filter((finding) => said[finding]);
}
