"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";

/** Going out of a game, asked once more: it cannot be taken back. */
export function LeaveMatch({ onLeave }: { onLeave: () => Promise<void> }): ReactNode {
  const t = useTranslations("duel");
  const [isAsking, setAsking] = useState(false);
  if (!isAsking)
    return (
      <Button look="quiet" compact className="justify-self-start text-muted" onClick={() => setAsking(true)}>
        {t("leave")}
      </Button>
    );
  return (
    <div role="alert" className="grid gap-3 rounded-md border border-line p-4">
      <p>{t("leaveSure")}</p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => setAsking(false)}>{t("leaveNo")}</Button>
        <Button look="danger" onClick={() => void onLeave()}>
          {t("leaveYes")}
        </Button>
      </div>
    </div>
  );
}
