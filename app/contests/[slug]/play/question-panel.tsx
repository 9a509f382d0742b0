"use client";
import { Flag } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { pointsText } from "#app/contests/points-text.ts";
import type { Response } from "#domain/questions/question.ts";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { QuestionInput } from "#ui/question-inputs.tsx";
import { QuestionMedia } from "#ui/question-media.tsx";
import { Stem } from "#ui/stem.tsx";
import type { PlayItem } from "./attempt-reply.ts";
import type { Slot } from "./outbox.ts";
import { responseText } from "./response-text.ts";

type Props = {
  item: PlayItem;
  total: number;
  slot: Slot;
  isFlagged: boolean;
  isDisabled: boolean;
  onChange: (response: Response, isTyping?: boolean) => void;
  onFlag: () => void;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
};

/** One question: number, kind, worth, text, and the way to answer it. Moving on puts the focus on its heading, which reads it aloud. */
export function QuestionPanel({ item, total, slot, isFlagged, isDisabled, onChange, onFlag, ...choice }: Props): ReactNode {
  const t = useTranslations("play");
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(item.slot);
  useEffect(() => {
    if (shown.current === item.slot) return;
    shown.current = item.slot;
    heading.current?.focus();
  }, [item.slot]);
  const number = item.slot + 1;
  return (
    <article className="grid content-start gap-5" aria-labelledby="question">
      {item.section && <p className="-mb-3 font-medium text-muted">{item.section}</p>}
      <header className="flex items-center justify-between gap-3">
        <h2 ref={heading} id="question" tabIndex={-1} className="flex flex-wrap items-center gap-2 outline-none">
          <span className="tabular font-display font-semibold text-xl">{t("questionOf", { number, total })}</span>
          <Badge>{t(`kinds.${item.body.kind}`)}</Badge>
          <span className="text-muted text-sm">{t("worth", { points: pointsText(item.worth) })}</span>
        </h2>
        <Button look="quiet" compact aria-pressed={isFlagged} onClick={onFlag}>
          <Flag aria-hidden className={isFlagged ? "size-5 fill-amber text-amber" : "size-5"} />
          {t(isFlagged ? "flagged" : "flag")}
        </Button>
      </header>
      <fieldset className="grid min-w-0 gap-3">
        <legend className="mb-4">
          <Stem text={item.body.stem} />
          <QuestionMedia media={item.body.media} />
          {t.has(`hints.${item.body.kind}`) && <span className="mt-1 block text-muted text-sm">{t(`hints.${item.body.kind}`)}</span>}
        </legend>
        <Contest item={item} slot={slot} {...choice} />
        {slot.refused && <Notice kind="error">{t("changeRefused", { code: slot.refused })}</Notice>}
        <QuestionInput body={item.body} name={`q${item.slot}`} response={slot.shown} isDisabled={isDisabled} onChange={onChange} />
      </fieldset>
    </article>
  );
}

/** Two devices, two answers: both are shown, and the person says which one stands. */
function Contest({ item, slot, onKeepMine, onTakeTheirs }: Pick<Props, "item" | "slot" | "onKeepMine" | "onTakeTheirs">): ReactNode {
  const t = useTranslations("play");
  if (slot.theirs === null) return null;
  const words = { right: t("true"), wrong: t("false"), none: t("noAnswer") };
  return (
    <Notice kind="warning" title={t("contested.title")}>
      <p>
        {slot.theirs.response === undefined
          ? t("contested.reading")
          : t("contested.theirs", { answer: responseText(item.body, slot.theirs.response, words) })}
      </p>
      <p>{t("contested.mine", { answer: responseText(item.body, slot.shown, words) })}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button compact onClick={onKeepMine}>
          {t("contested.keepMine")}
        </Button>
        <Button compact onClick={onTakeTheirs} disabled={slot.theirs.response === undefined}>
          {t("contested.takeTheirs")}
        </Button>
      </div>
    </Notice>
  );
}
