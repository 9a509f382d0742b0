import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { pointsText } from "#app/contests/points-text.ts";
import { raceTime } from "#app/contests/race-time.ts";
import type { getWhyRank } from "#server/boards/get-why-rank.ts";
import type { Verb } from "#server/verb.ts";
import { DayText } from "#ui/day-text.tsx";

type Why = typeof getWhyRank extends Verb<infer T> ? (T extends { why: infer W } ? NonNullable<W> : never) : never;

/** The arithmetic of the own place: who stands before, by the field that decided, added up. */
export function WhyRank({ why: { rank, scoreMilli, rightCount, totalMs, before, shared, beside, days } }: { why: Why }): ReactNode {
  const t = useTranslations("boards.whyRank");
  const counts = beside === "right" || beside === "solved";
  const lines = [
    t("score", { count: before.score, points: pointsText(scoreMilli) }),
    // Where the number right is not compared it decides nothing, and nobody stands before by it.
    ...(counts ? [t(beside === "solved" ? "solved" : "right", { count: before.right, right: rightCount })] : []),
    // Where equal points share the rank, no time is compared, and none was stored.
    ...(beside === "none" && totalMs === 0
      ? []
      : [
          t(beside === "solved" ? "penalty" : "total", { count: before.total, time: raceTime(totalMs) }),
          t("last", { count: before.last }),
        ]),
  ];
  return (
    <details className="rounded-md border border-line bg-raised">
      <summary className="flex min-h-11 cursor-pointer items-center px-4 font-medium">{t("title")}</summary>
      <div className="tabular grid gap-1.5 border-line border-t px-4 py-3 text-sm">
        <ol className="grid gap-1.5">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        {days.length > 0 && <DaySum days={days} scoreMilli={scoreMilli} />}
        <p className="font-medium">{t(counts ? "sum" : "sumOfThree", { ...before, rank, shared })}</p>
      </div>
    </details>
  );
}

type Summed = Pick<Why, "days" | "scoreMilli">;

/** How the points came together day by day, and which days are not among the best. */
function DaySum({ days, scoreMilli }: Summed): ReactNode {
  const t = useTranslations("boards.whyRank.days");
  const counted = days.filter(({ counts }) => counts);
  const sum = (of: "scoreMilli" | "totalMs"): number => counted.reduce((total, day) => total + day[of], 0);
  const taken = sum("scoreMilli") - scoreMilli;
  return (
    <>
      <ol className="grid gap-1">
        {days.map(({ day, tries, counts, ...best }) => (
          <li key={day} className={counts ? "" : "text-muted"}>
            <DayText day={day} /> {t("best", { points: pointsText(best.scoreMilli), time: raceTime(best.totalMs), tries })}
            {!counts && ` ${t("left")}`}
          </li>
        ))}
      </ol>
      <p>
        {t("sum", { days: counted.length, points: pointsText(sum("scoreMilli")), time: raceTime(sum("totalMs")) })}
        {taken > 0 && ` ${t("taken", { points: pointsText(taken), left: pointsText(scoreMilli) })}`}
      </p>
    </>
  );
}
