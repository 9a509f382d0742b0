"use client";
import { Pause } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ServerTime } from "#app/contests/server-time.ts";
import { useTimeLeft } from "#app/contests/use-time-left.ts";
import { Timer } from "#ui/timer.tsx";
import type { Game } from "./use-game.ts";

/** What is left until a moment of the game, by the server; of a paused game what it kept. */
export function Countdown({ game, until, time, label }: { game: Game; until: string; time: ServerTime; label: string }): ReactNode {
  const t = useTranslations("live");
  const end = Date.parse(until);
  if (game.pausedAt)
    return (
      <span className="inline-flex items-center gap-2">
        <Pause aria-hidden className="size-5" />
        <Timer leftMs={end - Date.parse(game.pausedAt)} label={t("paused")} />
      </span>
    );
  return <Running key={until} end={end} time={time} label={label} />;
}

function Running({ end, time, label }: { end: number; time: ServerTime; label: string }): ReactNode {
  const left = useTimeLeft(time, end, () => undefined);
  return <Timer leftMs={left} label={label} urgent={left <= 5_000} />;
}
