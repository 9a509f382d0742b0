"use client";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { isAnswered } from "#ui/responses.ts";
import { Sheet } from "#ui/sheet.tsx";
import { type KeeperState, saveShown } from "./keeper-state.ts";
import { contested, unsaved } from "./outbox.ts";
import type { HandInPhase } from "./use-hand-in.ts";

type Props = {
  phase: HandInPhase;
  saving: KeeperState;
  flags: ReadonlySet<number>;
  /** Set while it is too early to hand in. */
  earliestAt: Date | null;
  onGo: (slot: number) => void;
  onBack: () => void;
  onHandIn: () => void;
};

/** Asks before handing in: what is unanswered, flagged or not saved yet, each a way back to its question. Then waits for the acknowledgements. */
export function HandInSheet({ phase, saving, flags, earliestAt, onGo, onBack, onHandIn }: Props): ReactNode {
  const t = useTranslations("play.handIn");
  const format = useFormatter();
  const empty = saving.box.flatMap(({ shown }, at) => (isAnswered(shown) ? [] : [at]));
  const isHanding = phase.kind === "handing" || phase.kind === "done";
  const waiting = isHanding ? unsaved(saving.box).length : 0;
  const isOffline = phase.kind === "handing" && (phase.isUnreached || saveShown(saving) === "offline");
  return (
    <Sheet
      isOpen={phase.kind === "asking" || isHanding || phase.kind === "refused"}
      onClose={onBack}
      title={t(empty.length > 0 ? "titleUnanswered" : "title", { count: empty.length })}
      foot={
        <>
          <Button onClick={onBack}>{t("back")}</Button>
          <Button look="primary" pending={isHanding} disabled={earliestAt !== null} onClick={isHanding ? undefined : onHandIn}>
            {t(isHanding ? "handing" : "confirm")}
          </Button>
        </>
      }
    >
      <Slots label={t("unanswered")} slots={empty} onGo={onGo} />
      <Slots label={t("flagged")} slots={[...flags].toSorted((a, b) => a - b)} onGo={onGo} />
      <Slots label={t("contested")} slots={contested(saving.box)} onGo={onGo} />
      <p>{t("final")}</p>
      {earliestAt && (
        <Notice kind="info">
          {t("tooEarly", { at: format.dateTime(earliestAt, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }) })}
        </Notice>
      )}
      {(waiting > 0 || isOffline) && <Notice kind="warning">{t(isOffline ? "waitsOffline" : "waits", { count: waiting })}</Notice>}
      {phase.kind === "refused" && <Notice kind="error">{t("refused", { code: phase.code })}</Notice>}
    </Sheet>
  );
}

function Slots({ label, slots, onGo }: { label: string; slots: readonly number[]; onGo: (slot: number) => void }): ReactNode {
  const t = useTranslations("play");
  if (slots.length === 0) return null;
  return (
    <div className="grid gap-2">
      <p className="text-muted text-sm">{label}</p>
      <ul className="flex flex-wrap gap-2">
        {slots.map((slot) => (
          <li key={slot}>
            <button
              type="button"
              aria-label={t("goTo", { number: slot + 1 })}
              onClick={() => onGo(slot)}
              className="tabular grid size-11 place-items-center rounded-md border border-edge bg-raised font-medium hover:border-ink"
            >
              {slot + 1}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
