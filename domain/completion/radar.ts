import type { ItemKind } from "#domain/programmes/item.ts";
import { type Counts, dueOf, NO_COUNTS, plus, ratePercentOf } from "./counts.ts";

/** The sides from which study is looked at (R35): no mark adds them up, each stands for itself. */
export const RADAR_AXES = ["study", "practice", "meetings", "writing", "contests"] as const;
export type RadarAxis = (typeof RADAR_AXES)[number];

const AXIS: Readonly<Record<ItemKind, RadarAxis>> = {
  reading: "study",
  unit: "study",
  quiz: "practice",
  meeting: "meetings",
  reflection: "writing",
  contest: "contests",
};

export type RadarPoint = Readonly<{ axis: RadarAxis; done: number; due: number; percent: number | null }>;

/** One point an axis, with its arithmetic: so many done of so many to be done. An axis with nothing to do has no percent, and no zero. */
export function radarOf(items: readonly Readonly<{ kind: ItemKind; counts: Counts }>[]): RadarPoint[] {
  return RADAR_AXES.map((axis) => {
    const counts = items.filter(({ kind }) => AXIS[kind] === axis).reduce((sum, item) => plus(sum, item.counts), NO_COUNTS);
    return { axis, done: counts.done, due: dueOf(counts), percent: ratePercentOf(counts) };
  });
}
