"use client";
import { Pause } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import type { ServerTime } from "#app/contests/server-time.ts";
import { TimeText } from "#ui/time-text.tsx";

/** Whether the clock stands still now. It runs again by itself at `until`, by the server's clock; resumed sooner, the stream says so. */
export function usePaused(time: ServerTime, until: string | null): boolean {
  const [isOver, setOver] = useState<string | null>(null);
  useEffect(() => {
    if (until === null) return;
    const timer = setTimeout(() => setOver(until), Math.max(0, time.leftUntil(Date.parse(until))));
    return () => clearTimeout(timer);
  }, [time, until]);
  return until !== null && isOver !== until && time.leftUntil(Date.parse(until)) > 0;
}

/** In the place of the question while the contest is paused: nobody reads on. What was answered is saved all the same. */
export function PausedPanel({ until }: { until: string }): ReactNode {
  const t = useTranslations("play.paused");
  return (
    <section role="status" className="grid justify-items-start gap-3 rounded-md border border-line bg-raised p-6">
      <Pause aria-hidden className="size-8 text-amber" />
      <h2 className="font-bold font-display text-2xl">{t("title")}</h2>
      <p>{t.rich("body", { at: () => <TimeText at={new Date(until)} form="second" /> })}</p>
    </section>
  );
}
