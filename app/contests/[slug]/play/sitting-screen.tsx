// Above 150 lines: what one screen is made of stands together, its states and its sheets.
"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "#ui/button.tsx";
import { pickedByKey } from "#ui/picked-by-key.ts";
import { isAnswered } from "#ui/responses.ts";
import { Sheet } from "#ui/sheet.tsx";
import type { Shortcut } from "#ui/shortcuts.ts";
import { useShortcuts } from "#ui/use-shortcuts.ts";
import { AnswerCard } from "./answer-card.tsx";
import { AskSheet } from "./ask-sheet.tsx";
import { EndedPanel } from "./ended-panel.tsx";
import { HandInSheet } from "./hand-in-sheet.tsx";
import { KeysSheet } from "./keys-sheet.tsx";
import type { Sitting } from "./open-sitting.ts";
import { unsaved } from "./outbox.ts";
import { PausedPanel, usePaused } from "./paused-panel.tsx";
import { PlayAside } from "./play-aside.tsx";
import { PlayHeader } from "./play-header.tsx";
import { PlayNav } from "./play-nav.tsx";
import { QuestionPanel } from "./question-panel.tsx";
import { SignInAgain } from "./sign-in-again.tsx";
import { TakenOver } from "./taken-over.tsx";
import { ToldNotice } from "./told-notice.tsx";
import { useAbsences } from "./use-absences.ts";
import { useHandIn } from "./use-hand-in.ts";
import { usePlace } from "./use-place.ts";
import { useSitting } from "./use-sitting.ts";
import { useStreamNews } from "./use-stream-news.ts";
import { Watermark } from "./watermark.tsx";

const nothingShown = { kind: "fill", stem: "", blanks: 0 } as const;

/** An attempt being sat: one question at a time, the clock, the truth about saving, the answer card, handing in. */
export function SittingScreen({ sitting }: { sitting: Sitting }): ReactNode {
  const t = useTranslations("play");
  const { keeper, time } = sitting;
  const now = useSitting(sitting);
  const { attempt, saving, readAgain } = now;
  const { phase, resultPath, ask, back, handIn, timeUp } = useHandIn(sitting, now);
  const { box } = saving;
  const firstUnanswered = box.findIndex(({ shown }) => !isAnswered(shown));
  const { current, flags, go, flag } = usePlace(attempt.attemptId, box.length, firstUnanswered);
  const [sheet, setSheet] = useState<"card" | "keys" | "ask" | null>(null);
  const told = useStreamNews(attempt, saving.closed !== null, saving.isTakenOver, () => void readAgain());
  useAbsences(attempt, saving.closed !== null || phase.kind === "done", () => void readAgain());

  const isPaused = usePaused(time, attempt.pausedUntil);
  const item = attempt.items[current];
  const slot = box[current];
  const isOpen = phase.kind === "open" && saving.closed === null && !saving.isTakenOver;
  const closeSheet = (which: "card" | "keys" | "ask") => (): void => setSheet((open) => (open === which ? null : open));
  const goTo = (at: number): void => {
    setSheet(null);
    if (phase.kind === "asking" || phase.kind === "refused") back();
    go(at);
  };
  const obey = (shortcut: Shortcut): void => {
    if (shortcut.kind === "previous" || shortcut.kind === "next") go(current + (shortcut.kind === "next" ? 1 : -1));
    else if (shortcut.kind === "keys") setSheet("keys");
    else if (!isOpen || !item || !slot) return;
    else if (shortcut.kind === "handIn") ask();
    else if (shortcut.kind === "flag") flag(current);
    else if (shortcut.kind === "pick") keeper.change(current, pickedByKey(item.body.kind, slot.shown, shortcut.place));
  };
  useShortcuts(item?.body ?? nothingShown, obey);

  if (phase.kind !== "done" && saving.closed !== null)
    return <EndedPanel saving={saving} resultPath={resultPath} title={attempt.contest.title} />;
  if (!item || !slot) return null;
  const card = <AnswerCard box={box} flags={flags} current={current} onGo={goTo} />;
  const earliestAt = new Date(attempt.earliestHandInAt);
  return (
    <div className="flex min-h-dvh flex-col">
      <PlayHeader
        isPaused={isPaused}
        attempt={attempt}
        saving={saving}
        time={time}
        onZero={timeUp}
        onJump={() => void readAgain()}
        onAsk={() => setSheet("ask")}
      />
      <main
        id="main"
        className="mx-auto grid w-full max-w-5xl flex-1 content-start gap-10 px-4 pt-6 pb-32 sm:px-6 lg:grid-cols-[minmax(0,1fr)_16rem] lg:pb-10"
      >
        <div className="grid content-start gap-6">
          {saving.isTakenOver && <TakenOver attemptId={attempt.attemptId} waiting={unsaved(box).length} onBack={() => void readAgain()} />}
          <ToldNotice slug={attempt.contest.slug} told={told} />
          {(saving.isSignedOut || phase.kind === "signed-out") && <SignInAgain slug={attempt.contest.slug} />}
          {phase.kind === "time-up" && (
            <p role="alert" className="rounded-sm border border-amber bg-amber-wash px-4 py-3 font-medium text-amber">
              {t(phase.isUnreached ? "timeUpOffline" : "timeUp")}
            </p>
          )}
          {isPaused && attempt.pausedUntil ? (
            <PausedPanel until={attempt.pausedUntil} />
          ) : (
            <QuestionPanel
              item={item}
              total={box.length}
              slot={slot}
              isFlagged={flags.has(current)}
              isDisabled={!isOpen}
              onChange={(response, isTyping) => keeper.change(current, response, isTyping)}
              onFlag={() => flag(current)}
              onKeepMine={() => keeper.keepMine(current)}
              onTakeTheirs={() => keeper.takeTheirs(current)}
            />
          )}
          <PlayNav
            current={current}
            total={box.length}
            answered={box.filter(({ shown }) => isAnswered(shown)).length}
            mayHandIn={isOpen}
            onGo={go}
            onCard={() => setSheet("card")}
            onHandIn={ask}
          />
        </div>
        <PlayAside card={card} mayHandIn={isOpen} onHandIn={ask} onKeys={() => setSheet("keys")} />
      </main>
      <Sheet
        isOpen={sheet === "card"}
        onClose={closeSheet("card")}
        title={t("card.title")}
        foot={
          <Button
            disabled={!isOpen}
            onClick={() => {
              setSheet(null);
              ask();
            }}
          >
            {t("handIn.open")}
          </Button>
        }
      >
        {card}
      </Sheet>
      <AskSheet slug={attempt.contest.slug} told={told} isOpen={sheet === "ask"} onClose={closeSheet("ask")} />
      {attempt.integrity.watermark && <Watermark text={attempt.person} />}
      <KeysSheet isOpen={sheet === "keys"} onClose={closeSheet("keys")} />
      <HandInSheet
        phase={phase}
        saving={saving}
        flags={flags}
        earliestAt={time.leftUntil(earliestAt.getTime()) > 0 ? earliestAt : null}
        onGo={goTo}
        onBack={back}
        onHandIn={handIn}
      />
    </div>
  );
}
