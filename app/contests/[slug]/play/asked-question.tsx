"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { pointsText } from "#app/contests/points-text.ts";
import type { Response } from "#domain/questions/question.ts";
import { Badge } from "#ui/badge.tsx";
import { QuestionInput } from "#ui/question-inputs.tsx";
import { QuestionMedia } from "#ui/question-media.tsx";
import { Stem } from "#ui/stem.tsx";
import type { PlayItem } from "./attempt-reply.ts";

type Props = {
  item: Pick<PlayItem, "slot" | "worth" | "body" | "section">;
  total: number;
  response: Response;
  isDisabled: boolean;
  onChange: (response: Response, isTyping?: boolean) => void;
  /** Opposite the heading. */
  aside?: ReactNode;
  /** Between the question and the way to answer it. */
  children?: ReactNode;
};

/** One question: number, kind, worth, text, and the way to answer it. Moving on puts the focus on its heading, which reads it aloud. */
export function AskedQuestion({ item, total, response, isDisabled, onChange, aside, children }: Props): ReactNode {
  const t = useTranslations("play");
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(item.slot);
  useEffect(() => {
    if (shown.current === item.slot) return;
    shown.current = item.slot;
    heading.current?.focus();
  }, [item.slot]);
  return (
    <article className="grid content-start gap-5" aria-labelledby="question">
      {item.section && <p className="-mb-3 font-medium text-muted">{item.section}</p>}
      <header className="flex items-center justify-between gap-3">
        <h2 ref={heading} id="question" tabIndex={-1} className="flex flex-wrap items-center gap-2 outline-none">
          <span className="tabular font-display font-semibold text-xl">{t("questionOf", { number: item.slot + 1, total })}</span>
          <Badge>{t(`kinds.${item.body.kind}`)}</Badge>
          <span className="text-muted text-sm">{t("worth", { points: pointsText(item.worth) })}</span>
        </h2>
        {aside}
      </header>
      <fieldset className="grid min-w-0 gap-3">
        <legend className="mb-4">
          <Stem text={item.body.stem} />
          <QuestionMedia media={item.body.media} />
          {t.has(`hints.${item.body.kind}`) && <span className="mt-1 block text-muted text-sm">{t(`hints.${item.body.kind}`)}</span>}
        </legend>
        {children}
        <QuestionInput body={item.body} name={`q${item.slot}`} response={response} isDisabled={isDisabled} onChange={onChange} />
      </fieldset>
    </article>
  );
}
