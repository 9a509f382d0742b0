"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useEffectEvent } from "react";
import { useRefusedWords } from "#app/desk/use-refused-words.ts";
import { hasBuzzers } from "#app/hall/has-buzzers.ts";
import { useSecondsLeft } from "#app/hall/use-hall.ts";
import { Notice } from "#ui/notice.tsx";
import type { ConsolePage } from "./console-page.ts";
import { CorrectionsPart } from "./corrections-part.tsx";
import { LedgerPart } from "./ledger-part.tsx";
import { NowPart } from "./now-part.tsx";
import { SidesPart } from "./sides-part.tsx";
import { useConsole } from "./use-console.ts";

/** The keys 1 to 9 press a side's buzzer, unless somebody is writing. */
function useSeatKeys(onSeat: (seat: number) => void): void {
  const pressed = useEffectEvent(onSeat);
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      const isWriting = event.target instanceof HTMLElement && event.target.closest("input, textarea, select") !== null;
      if (isWriting || event.repeat || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (/^[1-9]$/.test(event.key)) pressed(Number(event.key));
    };
    window.addEventListener("keydown", key);
    return () => window.removeEventListener("keydown", key);
  }, []);
}

/** Everything for whoever leads a final: the question with its answer, what may be done now, the sides, corrections, the ledger. */
export function Console({ first }: { first: ConsolePage }): ReactNode {
  const t = useTranslations("hallDesk");
  const { page, time, isLive, isBusy, refused, act, buzzFor } = useConsole(first);
  const seconds = useSecondsLeft(time, page.view.item?.clock);
  const words = useRefusedWords(refused);
  const { item } = page.view;
  const mayBuzz = hasBuzzers(page.view) && item !== null && !["judged", "audience"].includes(item.stage);
  useSeatKeys((seat) => {
    if (mayBuzz && page.view.sides.some((side) => side.seat === seat)) void buzzFor(seat);
  });
  return (
    <div className="grid gap-6">
      {refused && <Notice kind="error">{words.at("reason") ?? words.whole}</Notice>}
      {!isLive && <p role="status">{t("connecting")}</p>}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <NowPart page={page} seconds={seconds} isBusy={isBusy} act={act} />
        <SidesPart page={page} mayBuzz={mayBuzz} buzzFor={buzzFor} />
      </div>
      <CorrectionsPart page={page} isBusy={isBusy} act={act} />
      <LedgerPart page={page} />
    </div>
  );
}
