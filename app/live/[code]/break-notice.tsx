"use client";
import { Coffee } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ServerTime } from "#app/contests/server-time.ts";
import { useTimeLeft } from "#app/contests/use-time-left.ts";
import { Notice } from "#ui/notice.tsx";
import { Timer } from "#ui/timer.tsx";
import type { Game } from "./use-game.ts";

/** That the game stands still, and what is left of a break that the host announced. Nothing when it runs. */
export function BreakNotice({ game, time }: { game: Game; time: ServerTime }): ReactNode {
  const t = useTranslations("live");
  if (!game.pausedAt) return null;
  if (!game.resumesAt) return <Notice kind="warning">{t("paused")}</Notice>;
  return <Break key={game.resumesAt} end={Date.parse(game.resumesAt)} time={time} />;
}

function Break({ end, time }: { end: number; time: ServerTime }): ReactNode {
  const t = useTranslations("live");
  const left = useTimeLeft(time, end, () => undefined);
  return (
    <div className="flex flex-wrap items-center gap-4 rounded-md border border-line bg-raised p-4">
      <Coffee aria-hidden className="size-[1.5em]" />
      <p role="status" className="font-semibold">
        {t(left > 0 ? "break" : "breakOver")}
      </p>
      {left > 0 && <Timer leftMs={left} label={t("break")} />}
    </div>
  );
}
