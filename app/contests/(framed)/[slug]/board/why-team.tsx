import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { pointsText } from "#app/contests/points-text.ts";
import { raceTime } from "#app/contests/race-time.ts";
import type { getWhyRank } from "#server/boards/get-why-rank.ts";
import type { Verb } from "#server/verb.ts";

type Why = typeof getWhyRank extends Verb<infer T> ? (T extends { team: infer W } ? NonNullable<W> : never) : never;

/** The arithmetic of the own team's place: how its result is made of its members' results, and who stands before it. */
export function WhyTeam({ why }: { why: Why }): ReactNode {
  const t = useTranslations("teams.whyRank");
  const { formula, sumMilli, members, played, counted, topN, scoreMilli, rightCount, totalMs, before, shared, rank } = why;
  const [sum, points] = [pointsText(sumMilli), pointsText(scoreMilli)];
  const lines = [
    t("score", { count: before.score, points }),
    t("right", { count: before.right, right: rightCount }),
    t("total", { count: before.total, time: raceTime(totalMs) }),
    t("last", { count: before.last }),
  ];
  return (
    <details className="rounded-md border border-line bg-raised">
      <summary className="flex min-h-11 cursor-pointer items-center px-4 font-medium">{t("title")}</summary>
      <div className="tabular grid gap-1.5 border-line border-t px-4 py-3 text-sm">
        <p>{t(`formula.${formula}`, { sum, members, played, counted, n: topN, points })}</p>
        <ol className="grid gap-1.5">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        <p className="font-medium">{t("sum", { ...before, rank, shared })}</p>
      </div>
    </details>
  );
}
