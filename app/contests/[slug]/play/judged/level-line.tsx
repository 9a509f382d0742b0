"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { pointsText } from "#app/contests/points-text.ts";
import { Badge } from "#ui/badge.tsx";
import { Notice } from "#ui/notice.tsx";
import type { JudgedReply } from "./use-judged.ts";

type Levels = NonNullable<JudgedReply["levels"]>;

/** The level that is played: its gate, its points so far, the row of right answers, and the whole sum. `isAsking`: a question waits for its answer. */
export function LevelLine({ now, isAsking }: { now: Levels; isAsking: boolean }): ReactNode {
  const t = useTranslations("play.judged");
  const { level, levels, perLevel, answered, gate, points, row, score } = now;
  return (
    <section aria-labelledby="level" className="grid gap-2 rounded-md border border-line bg-raised p-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 id="level" className="tabular font-display font-semibold text-lg">
          {t("level", { level, levels })}
        </h2>
        <span className="tabular text-muted">{level === levels ? t("lastLevel") : t("gate", { gate: pointsText(gate) })}</span>
        {isAsking && answered === perLevel - 1 && <Badge tone="amber">{t("doubled")}</Badge>}
      </div>
      <p className="tabular flex flex-wrap gap-x-5 gap-y-1">
        <span className="font-semibold">{t("levelPoints", { points: pointsText(points) })}</span>
        <span>{t("row", { row })}</span>
        <span className="text-muted">{t("score", { score: pointsText(score) })}</span>
      </p>
    </section>
  );
}

const signed = (milli: number): string => `${milli > 0 ? "+" : ""}${pointsText(milli)}`;

/** What the answer that was just told of gave or took, and whether its level was passed. It stands there empty before, so that it is read aloud. */
export function LevelVerdict({ told }: { told: { levels: Levels | null; isOver: boolean } | null }): ReactNode {
  return (
    <div role="status" className="grid gap-3 not-empty:mt-3">
      {told?.levels && <Told now={told.levels} isOver={told.isOver} />}
    </div>
  );
}

function Told({ now, isOver }: { now: Levels; isOver: boolean }): ReactNode {
  const t = useTranslations("play.judged");
  const { level, levels, perLevel, answered, gate, points, last } = now;
  const isPassed = answered === perLevel && points >= gate;
  const isShutOut = answered === perLevel && level < levels && points < gate;
  return (
    <>
      {last !== null && <p className="tabular font-semibold">{t("gave", { points: signed(last) })}</p>}
      {isPassed && <Notice kind="success">{t("passed", { level })}</Notice>}
      {isShutOut && isOver && <Notice kind="info">{t("shutOut", { points: pointsText(points), gate: pointsText(gate) })}</Notice>}
    </>
  );
}
