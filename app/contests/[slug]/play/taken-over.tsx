"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { takeSeat } from "./open-sitting.ts";

type Props = { attemptId: number; waiting: number; onBack: () => void };

/** Another device answers now. What was typed here stays here, and one tap takes the seat back. */
export function TakenOver({ attemptId, waiting, onBack }: Props): ReactNode {
  const t = useTranslations("play.takenOver");
  const [isTaking, setTaking] = useState(false);
  const [isUnreached, setUnreached] = useState(false);
  const take = async (): Promise<void> => {
    setTaking(true);
    const isTaken = await takeSeat(attemptId);
    setTaking(false);
    setUnreached(!isTaken);
    if (isTaken) onBack();
  };
  return (
    <Notice
      kind="warning"
      title={t("title")}
      action={
        <Button compact look="primary" pending={isTaking} onClick={() => void take()}>
          {t("takeBack")}
        </Button>
      }
    >
      <p>{t("body")}</p>
      {waiting > 0 && <p>{t("waiting", { count: waiting })}</p>}
      {isUnreached && <p role="alert">{t("unreached")}</p>}
    </Notice>
  );
}
