import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { pointsText } from "#app/contests/points-text.ts";
import { raceTime } from "#app/contests/race-time.ts";
import type { getWhyRank } from "#server/boards/get-why-rank.ts";
import type { Verb } from "#server/verb.ts";

type Why = typeof getWhyRank extends Verb<infer T> ? (T extends { why: infer W } ? NonNullable<W> : never) : never;

/** The arithmetic of the own place: who stands before, by the field that decided, added up. */
export function WhyRank({ why: { rank, scoreMilli, rightCount, totalMs, before, shared } }: { why: Why }): ReactNode {
  const t = useTranslations("boards.whyRank");
  const lines = [
    t("score", { count: before.score, points: pointsText(scoreMilli) }),
    t("right", { count: before.right, right: rightCount }),
    t("total", { count: before.total, time: raceTime(totalMs) }),
    t("last", { count: before.last }),
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
        <p className="font-medium">{t("sum", { ...before, rank, shared })}</p>
      </div>
    </details>
  );
}
