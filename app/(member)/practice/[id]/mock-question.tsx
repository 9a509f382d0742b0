"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { pointsText } from "#app/contests/points-text.ts";
import type { ShownBody } from "#domain/papers/presentation.ts";
import type { Response } from "#domain/questions/question.ts";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { SheetQuestion } from "#ui/sheet-question.tsx";

export type Question = Readonly<{ slot: number; body: ShownBody; draft: Response; worth: number }>;
type Props = Readonly<{
  question: Question;
  number: number;
  total: number;
  response: Response;
  isDisabled: boolean;
  refused: string | undefined;
  onChange: (response: Response) => void;
}>;

/** One question of a mock exam's sheet, with what it is worth and what was refused of its answer. */
export function MockQuestion({ question: { slot, body, worth }, refused, ...rest }: Props): ReactNode {
  const t = useTranslations("play");
  return (
    <SheetQuestion
      slot={slot}
      body={body}
      beside={<span className="text-muted text-sm">{t("worth", { points: pointsText(worth) })}</span>}
      said={<RefusalNotice code={refused} />}
      {...rest}
    />
  );
}
