/** One line of the report. `isMet` null: printed beside its baseline and not judged, or not run. */
export type Figure = { id: string; measure: string; value: string; target: string; isMet: boolean | null; note: string };

/** A line for what could not be measured here, and why. */
export const notRun = (id: string, measure: string, target: string, note: string): Figure => ({
  id,
  measure,
  value: "not run",
  target,
  isMet: null,
  note,
});

/** The middle of the values. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The value below which the share `at` of the values lies. */
export function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? Number.NaN;
}

/** A number as people read it: three significant digits. */
export function told(value: number): string {
  if (value >= 1_000) return Math.round(value).toLocaleString("en");
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** The report as a table. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ id, measure, value, target, isMet, note }) => [
    id,
    measure,
    value,
    target,
    isMet === null ? "–" : isMet ? "pass" : "FAIL",
    note,
  ]);
  const all = [["", "measure", "measured", "target", "", "beside it"], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
