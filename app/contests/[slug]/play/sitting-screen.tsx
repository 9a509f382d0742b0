"use client";
// Longer than most: the one place where question, clock, outbox and hand-in meet.
import { ArrowLeft, ArrowRight, Keyboard, LayoutGrid } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useContestStream } from "#app/contests/use-contest-stream.ts";
import { Button } from "#ui/button.tsx";
import { Sheet } from "#ui/sheet.tsx";
import { AnswerCard } from "./answer-card.tsx";
import { Clock } from "./clock.tsx";
import { EndedPanel } from "./ended-panel.tsx";
import { HandInSheet } from "./hand-in-sheet.tsx";
import { KeysSheet } from "./keys-sheet.tsx";
import type { Sitting } from "./open-sitting.ts";
import { QuestionPanel } from "./question-panel.tsx";
import { isAnswered, picked } from "./responses.ts";
import { SaveLine } from "./save-line.tsx";
import type { Shortcut } from "./shortcuts.ts";
import { SignInAgain } from "./sign-in-again.tsx";
import { useHandIn } from "./use-hand-in.ts";
import { usePlace } from "./use-place.ts";
import { useShortcuts } from "./use-shortcuts.ts";
import { useSitting } from "./use-sitting.ts";

type Props = { sitting: Sitting };

/** An attempt being sat: one question at a time, the clock, the truth about saving, the answer card, handing in. */
export function SittingScreen({ sitting }: Props): ReactNode {
  const t = useTranslations("play");
  const { first, keeper, time } = sitting;
  const now = useSitting(sitting);
  const { attempt, saving, readAgain } = now;
  const { phase, resultPath, ask, back, handIn, timeUp } = useHandIn(sitting, now);
  const total = attempt.items.length;
  const { current, flags, go, flag } = usePlace(
    attempt.attemptId,
    total,
    saving.box.findIndex(({ shown }) => !isAnswered(shown)),
  );
  const [sheet, setSheet] = useState<"card" | "keys" | null>(null);
  useContestStream(first.contest.slug, first.streamTicket, ({ name, data }) => {
    // Every connection begins with the present state: only what is news makes us ask for the attempt itself.
    if (saving.closed !== null) return;
    const isNews = name === "time" && (data.state !== attempt.state || Date.parse(data.endsAt) !== Date.parse(attempt.endsAt));
    if (isNews || (name === "contest" && data.phase === "cancelled")) void readAgain();
  });

  const item = attempt.items[current];
  const slot = saving.box[current];
  const isOpen = phase.kind === "open" && saving.closed === null;
  const goTo = (at: number): void => {
    setSheet(null);
    if (phase.kind === "asking" || phase.kind === "refused") back();
    go(at);
  };
  const obey = (shortcut: Shortcut): void => {
    if (shortcut.kind === "previous") go(current - 1);
    else if (shortcut.kind === "next") go(current + 1);
    else if (shortcut.kind === "keys") setSheet("keys");
    else if (!isOpen || !item || !slot) return;
    else if (shortcut.kind === "handIn") ask();
    else if (shortcut.kind === "flag") flag(current);
    else if (shortcut.kind !== "pick") return;
    else if (item.body.kind === "truefalse") keeper.change(current, { truth: shortcut.place === 0 });
    else if (item.body.kind === "single" || item.body.kind === "multiple") keeper.change(current, picked(item.body.kind, slot.shown, shortcut.place));
  };
  useShortcuts(item?.body ?? { kind: "fill", stem: "", blanks: 0 }, obey);

  if (phase.kind !== "done" && saving.closed !== null) return <EndedPanel saving={saving} resultPath={resultPath} title={first.contest.title} />;
  if (!item || !slot) return null;
  const isLast = current === total - 1;
  const earliest = new Date(attempt.earliestHandInAt);
  const card = <AnswerCard box={saving.box} flags={flags} current={current} onGo={goTo} />;
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="sticky top-0 z-20 border-line border-b bg-paper">
        <div className="mx-auto flex w-full max-w-5xl items-center justify-between gap-3 px-4 pt-1 sm:px-6">
          <h1 className="min-w-0 truncate font-display font-semibold">{first.contest.title}</h1>
          <Clock
            time={time}
            dueAt={Date.parse(attempt.dueAt)}
            wholeMs={Date.parse(attempt.dueAt) - Date.parse(attempt.startedAt)}
            onZero={timeUp}
            onJump={() => void readAgain()}
          />
        </div>
        <div className="mx-auto w-full max-w-5xl px-4 pb-2 sm:px-6">
          <SaveLine saving={saving} />
        </div>
      </header>
      <main id="main" className="mx-auto grid w-full max-w-5xl flex-1 content-start gap-10 px-4 pt-6 pb-32 sm:px-6 lg:grid-cols-[minmax(0,1fr)_16rem] lg:pb-10">
        <div className="grid content-start gap-6">
          {saving.isSignedOut || phase.kind === "signed-out" ? <SignInAgain slug={first.contest.slug} /> : null}
          {phase.kind === "time-up" && (
            <p role="alert" className="rounded-sm border border-amber bg-amber-wash px-4 py-3 font-medium text-amber">
              {t("timeUp")}
            </p>
          )}
          <QuestionPanel
            item={item}
            total={total}
            slot={slot}
            isFlagged={flags.has(current)}
            isDisabled={!isOpen}
            onChange={(response, isTyping) => keeper.change(current, response, isTyping)}
            onFlag={() => flag(current)}
            onKeepMine={() => keeper.keepMine(current)}
            onTakeTheirs={() => keeper.takeTheirs(current)}
          />
          <nav
            aria-label={t("moving")}
            className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-raised pb-[env(safe-area-inset-bottom)] lg:static lg:border-0 lg:bg-transparent"
          >
            <div className="mx-auto grid max-w-5xl grid-cols-3 gap-2 px-4 py-2 sm:px-6 lg:flex lg:justify-between lg:px-0">
              <Button onClick={() => go(current - 1)} disabled={current === 0} aria-label={t("previous")}>
                <ArrowLeft aria-hidden className="size-4 flex-none" />
                <span className="max-sm:hidden">{t("previous")}</span>
              </Button>
              <Button look="quiet" compact onClick={() => setSheet("card")} className="whitespace-nowrap lg:hidden">
                <LayoutGrid aria-hidden className="size-4 flex-none max-sm:hidden" />
                {t("card.short", { answered: saving.box.filter(({ shown }) => isAnswered(shown)).length, total })}
              </Button>
              {isLast ? (
                <Button look="primary" onClick={ask} disabled={!isOpen}>
                  {t("handIn.open")}
                </Button>
              ) : (
                <Button look="primary" onClick={() => go(current + 1)}>
                  {t("next")}
                  <ArrowRight aria-hidden className="size-4 flex-none" />
                </Button>
              )}
            </div>
          </nav>
        </div>
        <aside aria-label={t("card.title")} className="hidden lg:block">
          <div className="sticky top-28 grid gap-5">
            {card}
            <Button onClick={ask} wide disabled={!isOpen}>
              {t("handIn.open")}
            </Button>
            <button type="button" onClick={() => setSheet("keys")} className="inline-flex min-h-11 items-center gap-2 text-muted text-sm hover:text-ink">
              <Keyboard aria-hidden className="size-4" />
              {t("keys.open")}
            </button>
          </div>
        </aside>
      </main>
      <Sheet
        isOpen={sheet === "card"}
        onClose={() => setSheet((open) => (open === "card" ? null : open))}
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
      <KeysSheet isOpen={sheet === "keys"} onClose={() => setSheet((open) => (open === "keys" ? null : open))} />
      <HandInSheet
        phase={phase}
        saving={saving}
        flags={flags}
        earliestAt={time.leftUntil(earliest.getTime()) > 0 ? earliest : null}
        onGo={goTo}
        onBack={back}
        onHandIn={handIn}
      />
    </div>
  );
}
