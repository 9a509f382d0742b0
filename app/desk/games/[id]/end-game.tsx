"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";

/** Ending before the end is asked twice. */
export function EndGame({ onEnd }: { onEnd: () => void }): ReactNode {
  const t = useTranslations("gameDesk.console");
  const [isAsking, setAsking] = useState(false);
  if (!isAsking)
    return (
      <Button look="quiet" onClick={() => setAsking(true)}>
        {t("endEarly")}
      </Button>
    );
  return (
    <div role="alertdialog" aria-label={t("endTitle")} className="grid w-full gap-3 rounded-md border border-line bg-raised p-4">
      <p className="font-semibold">{t("endTitle")}</p>
      <p className="text-muted">{t("endSure")}</p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => setAsking(false)}>{t("keep")}</Button>
        <Button
          look="danger"
          onClick={() => {
            setAsking(false);
            onEnd();
          }}
        >
          {t("endEarly")}
        </Button>
      </div>
    </div>
  );
}
