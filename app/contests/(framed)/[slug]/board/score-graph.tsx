import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { pointsText } from "#app/contests/points-text.ts";

type Line = Readonly<{ rank: number; name: string | null; branchName: string | null; points: readonly { at: Date; scoreMilli: number }[] }>;
type Props = Readonly<{ opensAt: Date; until: Date; lines: readonly Line[] }>;

const [WIDTH, HEIGHT, LEFT, BOTTOM, RIGHT] = [720, 300, 44, 28, 96];
/** Told apart by dashes too, not by colour alone. */
const DASHES = ["none", "8 4", "2 3", "12 4 2 4", "4 4", "none", "8 4", "2 3", "12 4 2 4", "4 4"];
const COLOURS = ["var(--color-seal)", "var(--color-indigo)", "var(--color-pine)", "var(--color-amber)", "var(--color-ink)"];

/** Names beside their lines, each at least a letter's height below the one before: the first ten often end close together. */
function spread(heights: readonly number[]): number[] {
  let last = Number.NEGATIVE_INFINITY;
  return heights.map((height) => {
    last = Math.max(height, last + 14);
    return last;
  });
}

/** How the first ten came to their points, as steps: drawn on the server, read out as a list. */
export function ScoreGraph({ opensAt, until, lines }: Props): ReactNode {
  const t = useTranslations("boards.graph");
  const format = useFormatter();
  const [from, to] = [opensAt.getTime(), Math.max(until.getTime(), opensAt.getTime() + 1)];
  const most = Math.max(1, ...lines.flatMap(({ points }) => points.map(({ scoreMilli }) => scoreMilli)));
  const x = (at: number): number => LEFT + ((Math.min(Math.max(at, from), to) - from) / (to - from)) * (WIDTH - LEFT - RIGHT);
  const y = (milli: number): number => 10 + (1 - milli / most) * (HEIGHT - 10 - BOTTOM);
  const pathOf = ({ points }: Line): string =>
    `M${x(from)} ${y(0)}${points.map(({ at, scoreMilli }) => `H${x(at.getTime()).toFixed(1)}V${y(scoreMilli).toFixed(1)}`).join("")}H${WIDTH - RIGHT}`;
  const labels = spread(lines.map(({ points }) => y(points.at(-1)?.scoreMilli ?? 0)));
  const nameOf = (line: Line): string => line.name ?? line.branchName ?? t("anonymous");
  return (
    <figure className="grid gap-2">
      <figcaption className="font-semibold">{t("title")}</figcaption>
      {/* On a phone it is moved sideways rather than made too small to read. */}
      <div className="overflow-x-auto rounded-md border border-line bg-raised">
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t("title")} className="w-full min-w-[40rem]">
          {[0, 0.5, 1].map((share) => (
            <g key={share}>
              <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(most * share)} y2={y(most * share)} stroke="var(--color-line)" />
              <text x={LEFT - 6} y={y(most * share) + 4} textAnchor="end" fontSize="12" fill="var(--color-muted)">
                {pointsText(Math.round(most * share))}
              </text>
            </g>
          ))}
          {[from, to].map((at, nth) => (
            <text
              key={nth === 0 ? "from" : "to"}
              x={x(at)}
              y={HEIGHT - 8}
              textAnchor={nth === 0 ? "start" : "end"}
              fontSize="12"
              fill="var(--color-muted)"
            >
              {format.dateTime(new Date(at), { month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}
            </text>
          ))}
          {lines.map((line, nth) => (
            <g key={`${line.rank} ${nameOf(line)}`} fill="none" stroke={COLOURS[nth % COLOURS.length]} strokeWidth="2">
              <path d={pathOf(line)} strokeDasharray={DASHES[nth]} />
              <text x={WIDTH - RIGHT + 6} y={(labels[nth] ?? 0) + 4} fontSize="12" stroke="none" fill="var(--color-ink)">
                {`${line.rank} ${nameOf(line).slice(0, 6)}`}
              </text>
            </g>
          ))}
        </svg>
      </div>
      <details>
        <summary className="flex min-h-11 cursor-pointer items-center text-muted text-sm">{t("asList")}</summary>
        <ul className="grid gap-1 text-sm">
          {lines.map((line) => (
            <li key={`${line.rank} ${nameOf(line)}`} className="tabular">
              {t("line", { rank: line.rank, name: nameOf(line) })}
              {line.points
                .map(
                  ({ at, scoreMilli }) =>
                    `${format.dateTime(at, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })} ${pointsText(scoreMilli)}`,
                )
                .join(" → ")}
            </li>
          ))}
        </ul>
      </details>
    </figure>
  );
}
