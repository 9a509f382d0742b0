import type { ReactNode } from "react";
import { pointsOf, radarPoint } from "./radar-shape.ts";

const RADIUS = 20;

/** The figure of a radar as small as a sign, for a line of a table; its numbers stand in the same line. */
export function RadarMark({ percents }: { percents: readonly (number | null)[] }): ReactNode {
  const of = percents.length;
  const shape = (values: readonly number[]): string =>
    pointsOf(values.map((percent, axis) => radarPoint(axis, of, (RADIUS * percent) / 100)));
  return (
    <svg viewBox="-22 -22 44 44" className="size-11" aria-hidden="true">
      <polygon points={shape(percents.map(() => 100))} className="fill-none stroke-edge" />
      <polygon
        points={shape(percents.map((percent) => percent ?? 0))}
        className="fill-indigo stroke-indigo"
        fillOpacity={0.3}
        strokeLinejoin="round"
      />
    </svg>
  );
}
