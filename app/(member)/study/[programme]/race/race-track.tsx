import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { pointsText } from "#app/contests/points-text.ts";
import { classNames } from "#ui/class-names.ts";
import type { RacePage } from "./page.tsx";

type Props = Readonly<{ lanes: RacePage["lanes"]; week: RacePage["weeks"][number]; hrefOf: (branchId: number) => string }>;

/** The lanes, furthest first: how far each had come by the end of the week, and which piece of its way was that week's; those one may look into lead inside. */
export function RaceTrack({ lanes, week, hrefOf }: Props): ReactNode {
  const t = useTranslations("race");
  const at = week.number - 1;
  const placed = lanes
    .flatMap(({ stretches, ...lane }) => {
      const stretch = stretches[at];
      return stretch ? [{ ...lane, ...stretch, before: stretches[at - 1]?.reachedMilli ?? 0 }] : [];
    })
    .toSorted((a, b) => a.rank - b.rank || a.name.localeCompare(b.name, "zh-CN"));
  const longest = Math.max(1, ...placed.map(({ reachedMilli }) => reachedMilli));
  const share = (milli: number): string => `${(100 * milli) / longest}%`;
  return (
    <ol aria-label={t("track")} className="grid gap-2">
      {placed.map(({ name, isOwn, rank, reachedMilli, before, inside }) => (
        <li
          key={name}
          className={classNames("grid gap-1.5 rounded-md border bg-raised px-3 py-2 sm:px-4", isOwn ? "border-seal" : "border-line")}
        >
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="font-semibold">
              <span className="tabular me-2 text-muted">{rank}</span>
              {inside === null ? (
                name
              ) : (
                <Link href={hrefOf(inside)} className="underline decoration-line underline-offset-4 hover:text-seal">
                  {name}
                  <span className="sr-only"> {t("lookInside")}</span>
                </Link>
              )}
              {isOwn && <span className="ms-2 font-normal text-seal text-sm">{t("own")}</span>}
            </span>
            <span className="tabular">
              <strong>{pointsText(reachedMilli)}</strong>
              <span className="ms-2 text-muted text-sm">{t("gained", { points: pointsText(reachedMilli - before) })}</span>
            </span>
          </p>
          <div aria-hidden className="flex h-3 overflow-hidden rounded-full bg-sunken">
            <span className="bg-indigo" style={{ width: share(before) }} />
            <span className="bg-seal" style={{ width: share(reachedMilli - before) }} />
          </div>
        </li>
      ))}
    </ol>
  );
}
