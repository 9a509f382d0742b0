"use client";
import { Pause, Play, Square } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import type { useSpeech } from "./use-speech.ts";

const RATES = [0.75, 1, 1.25, 1.5] as const;

/** While the text is read aloud: pause, go on, speed, stop; or why there is no voice. */
export function SpeechBar({ speech }: { speech: ReturnType<typeof useSpeech> }): ReactNode {
  const t = useTranslations("reader.speech");
  if (speech.state === "silent") return null;
  if (speech.state === "no-voice") {
    return (
      <div role="status" className="py-1.5">
        <Notice kind="warning">{t("noVoice")}</Notice>
      </div>
    );
  }
  const isPaused = speech.state === "paused";
  return (
    <fieldset aria-label={t("group")} className="flex flex-wrap items-center gap-x-2 gap-y-1 py-1.5">
      <Button compact onClick={isPaused ? speech.resume : speech.pause}>
        {isPaused ? <Play aria-hidden className="size-4" /> : <Pause aria-hidden className="size-4" />}
        {t(isPaused ? "resume" : "pause")}
      </Button>
      <label className="flex min-h-11 items-center gap-2 text-sm">
        <span className="text-muted">{t("rate")}</span>
        <select
          value={speech.rate}
          onChange={({ currentTarget }) => speech.changeRate(Number(currentTarget.value))}
          className="tabular min-h-11 rounded-md border border-edge bg-raised px-2"
        >
          {RATES.map((rate) => (
            <option key={rate} value={rate}>
              {t("times", { rate })}
            </option>
          ))}
        </select>
      </label>
      <Button look="quiet" compact onClick={speech.stop}>
        <Square aria-hidden className="size-4" />
        {t("stop")}
      </Button>
    </fieldset>
  );
}
