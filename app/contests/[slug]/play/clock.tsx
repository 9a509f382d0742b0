"use client";
import { Volume2, VolumeX } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import type { ServerTime } from "#app/contests/server-time.ts";
import { useTimeLeft } from "#app/contests/use-time-left.ts";
import { Timer } from "#ui/timer.tsx";
import { announcedMark, warningOf } from "./announcements.ts";

/** A warning stays on the screen so long. */
const WARNING_MS = 20_000;

type Props = { time: ServerTime; dueAt: number; wholeMs: number; onZero: () => void; onJump: () => void };

/** The time left, by the server; said aloud at the marks of D16 unless the person turned that off, and warned of twice. */
export function Clock({ time, dueAt, wholeMs, onZero, onJump }: Props): ReactNode {
  const t = useTranslations("play.clock");
  const left = useTimeLeft(time, dueAt, onJump);
  const [isMuted, setMuted] = useState(false);
  const [said, setSaid] = useState("");
  // What was left when the page opened is seen; said are the marks passed from then on.
  const before = useRef(left);

  const say = useEffectEvent((now: number): void => {
    const mark = announcedMark(before.current, now);
    before.current = now;
    if (mark !== null && !isMuted) setSaid(t("left", { minutes: Math.floor(mark / 60_000), seconds: (mark % 60_000) / 1_000 }));
  });
  const zero = useEffectEvent(onZero);
  useEffect(() => say(left), [left]);
  const isOver = left === 0;
  useEffect(() => {
    if (isOver) zero();
  }, [isOver]);

  const warning = warningOf(left, wholeMs);
  return (
    <div className="flex flex-none items-center gap-1">
      <button
        type="button"
        aria-pressed={isMuted}
        aria-label={t("mute")}
        title={t("mute")}
        onClick={() => setMuted(!isMuted)}
        className="grid size-11 place-items-center rounded-md text-muted hover:text-ink"
      >
        {isMuted ? <VolumeX aria-hidden className="size-5" /> : <Volume2 aria-hidden className="size-5" />}
      </button>
      <Timer leftMs={left} label={t("label")} urgent={left <= 60_000} />
      <span aria-live="polite" className="sr-only">
        {said}
      </span>
      {warning !== null && left > warning - WARNING_MS && (
        <p className="fixed inset-x-4 top-24 z-30 mx-auto w-fit rounded-md border border-amber bg-amber-wash px-4 py-2 font-medium text-amber">
          {t("warning", { minutes: warning / 60_000 })}
        </p>
      )}
    </div>
  );
}
