"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { pointsText } from "#app/contests/points-text.ts";
import type { ShownBody } from "#domain/papers/presentation.ts";
import type { Response } from "#domain/questions/question.ts";
import { Badge } from "#ui/badge.tsx";
import { QuestionInput } from "#ui/question-inputs.tsx";
import { QuestionMedia } from "#ui/question-media.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { Stem } from "#ui/stem.tsx";

export type Question = Readonly<{ slot: number; body: ShownBody; draft: Response; worth: number }>;
type QuestionProps = Readonly<{
  question: Question;
  number: number;
  total: number;
  response: Response;
  isDisabled: boolean;
  refused: string | undefined;
  onChange: (response: Response) => void;
}>;

/** One question of a mock exam's sheet. */
export function MockQuestion({
  question: { slot, body, worth },
  number,
  total,
  response,
  isDisabled,
  refused,
  onChange,
}: QuestionProps): ReactNode {
  const t = useTranslations("play");
  return (
    <li className="scroll-mt-20 rounded-md border border-line bg-raised p-4 sm:p-5">
      <fieldset className="grid min-w-0 gap-3" disabled={isDisabled}>
        <legend className="mb-3">
          <span className="mb-2 flex flex-wrap items-center gap-2">
            <span className="tabular font-display font-semibold text-lg">{t("questionOf", { number, total })}</span>
            <Badge>{t(`kinds.${body.kind}`)}</Badge>
            <span className="text-muted text-sm">{t("worth", { points: pointsText(worth) })}</span>
          </span>
          <Stem text={body.stem} />
          <QuestionMedia media={body.media} />
          {t.has(`hints.${body.kind}`) && <span className="mt-1 block text-muted text-sm">{t(`hints.${body.kind}`)}</span>}
        </legend>
        <RefusalNotice code={refused} />
        <QuestionInput body={body} name={`q${slot}`} response={response} isDisabled={isDisabled} onChange={onChange} />
      </fieldset>
    </li>
  );
}
