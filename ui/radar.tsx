import type { ReactNode } from "react";
import { pointsOf, radarPoint } from "./radar-shape.ts";

/** `percent` null: there is nothing on this axis, and no zero either. */
type Point = Readonly<{ name: string; percent: number | null; said: string }>;

const [WIDTH, HEIGHT, RADIUS] = [300, 240, 78];
const RINGS = [25, 50, 75, 100];

function at(axis: number, of: number, percent: number): [x: number, y: number] {
  const [x, y] = radarPoint(axis, of, (RADIUS * percent) / 100);
  return [WIDTH / 2 + x, HEIGHT / 2 + 4 + y];
}

/** Several sides of one thing as a figure, with the same numbers beside it as a table: whoever cannot see the figure misses nothing. */
export function Radar({
  label,
  columns,
  points,
}: {
  label: string;
  columns: readonly [string, string];
  points: readonly Point[];
}): ReactNode {
  const of = points.length;
  return (
    <figure className="keep grid items-center gap-x-8 gap-y-2 sm:grid-cols-[18.75rem_minmax(0,1fr)]">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="mx-auto w-full max-w-75" aria-hidden="true">
        {RINGS.map((ring) => (
          <polygon key={ring} points={pointsOf(points.map((_, axis) => at(axis, of, ring)))} className="fill-none stroke-line" />
        ))}
        {points.map(({ name }, axis) => {
          const [x, y] = at(axis, of, 100);
          return <line key={name} x1={WIDTH / 2} y1={HEIGHT / 2 + 4} x2={x} y2={y} className="stroke-line" />;
        })}
        <polygon
          points={pointsOf(points.map(({ percent }, axis) => at(axis, of, percent ?? 0)))}
          className="fill-indigo stroke-indigo"
          fillOpacity={0.18}
          strokeWidth={2}
          strokeLinejoin="round"
        />
        {points.map(({ name, percent }, axis) => {
          const [x, y] = at(axis, of, percent ?? 0);
          return percent === null ? null : <circle key={name} cx={x} cy={y} r={3.5} className="fill-indigo" />;
        })}
        {points.map(({ name, percent }, axis) => {
          const [x, y] = at(axis, of, 124);
          return (
            <text
              key={name}
              x={x}
              y={y}
              textAnchor={Math.abs(x - WIDTH / 2) < 4 ? "middle" : x > WIDTH / 2 ? "start" : "end"}
              dx={Math.abs(x - WIDTH / 2) < 4 ? 0 : x > WIDTH / 2 ? -12 : 12}
              dominantBaseline="middle"
              className={percent === null ? "fill-muted" : "fill-ink"}
              fontSize={14}
            >
              {name}
            </text>
          );
        })}
      </svg>
      <table className="w-full">
        <caption className="sr-only">{label}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{columns[0]}</th>
            <th scope="col">{columns[1]}</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ name, percent, said }) => (
            <tr key={name} className="*:border-line *:border-b *:py-2">
              <th scope="row" className="pe-3 text-start font-medium">
                {name}
              </th>
              <td className="text-end text-muted">
                {said}
                {percent !== null && <b className="ms-3 inline-block min-w-14 font-semibold text-ink">{percent}%</b>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
