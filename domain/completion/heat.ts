/** How far along a rate is, in five steps that each have a word, a number beside them and only then a colour. */
export const HEAT_BANDS = ["none", "low", "half", "most", "all"] as const;
export type HeatBand = (typeof HEAT_BANDS)[number];

/** Where each band begins, in percent. */
export const HEAT_FROM: Readonly<Record<HeatBand, number>> = { none: 0, low: 0.1, half: 50, most: 80, all: 100 };

/** The band of a rate; null where there is nothing to be done. */
export function heatOf(percent: number | null): HeatBand | null {
  if (percent === null) return null;
  return HEAT_BANDS.findLast((band) => percent >= HEAT_FROM[band]) ?? "none";
}
