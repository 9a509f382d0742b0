/** Sum over mean of some values; the mean of none is nothing. */
export const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Σ(a − ā)(b − b̄)/(N − 1) of two lists of one length; 0 for fewer than two. */
export function covarianceOf(a: readonly number[], b: readonly number[]): number {
  if (a.length < 2) return 0;
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  return a.reduce((sum, value, at) => sum + (value - meanA) * ((b[at] ?? 0) - meanB), 0) / (a.length - 1);
}

export const varianceOf = (values: readonly number[]): number => covarianceOf(values, values);

/** What is left of a difference of equal doubles: smaller than any that marks can make. */
const NEARLY_NOTHING = 1e-12;

/** Whether values do not vary, as far as doubles can tell. */
export const isFlat = (variance: number): boolean => variance < NEARLY_NOTHING;

/** The largest covariance that two lists could have: both in ascending order (D8). */
export const largestCovarianceOf = (a: readonly number[], b: readonly number[]): number =>
  covarianceOf(
    a.toSorted((x, y) => x - y),
    b.toSorted((x, y) => x - y),
  );

/** The middle value; of an even number the mean of the two in the middle. Null of none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((x, y) => x - y);
  const upper = sorted[Math.floor(sorted.length / 2)];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[sorted.length / 2 - 1] ?? upper) + upper) / 2;
}
