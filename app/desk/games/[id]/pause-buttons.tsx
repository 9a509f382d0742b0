"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";

const BREAKS = [5, 10, 15, 30] as const;

/** Standing still for as long as it takes, or a break that the room sees counted down; going on is a press of its own. */
export function PauseButtons({
  isPaused,
  isBusy,
  onPause,
  onResume,
}: {
  isPaused: boolean;
  isBusy: boolean;
  onPause: (minutes?: number) => void;
  onResume: () => void;
}): ReactNode {
  const t = useTranslations("gameDesk.console");
  const [isAsking, setAsking] = useState(false);
  if (isPaused)
    return (
      <Button pending={isBusy} onClick={onResume}>
        {t("resume")}
      </Button>
    );
  if (!isAsking)
    return (
      <>
        <Button pending={isBusy} onClick={() => onPause()}>
          {t("pause")}
        </Button>
        <Button look="quiet" onClick={() => setAsking(true)}>
          {t("break")}
        </Button>
      </>
    );
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="sr-only">{t("break")}</legend>
      {BREAKS.map((minutes) => (
        <Button
          key={minutes}
          compact
          pending={isBusy}
          onClick={() => {
            setAsking(false);
            onPause(minutes);
          }}
        >
          {t("breakFor", { minutes })}
        </Button>
      ))}
      <Button compact look="quiet" onClick={() => setAsking(false)}>
        {t("noBreak")}
      </Button>
    </fieldset>
  );
}
