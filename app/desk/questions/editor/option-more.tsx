"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { letterOf } from "#domain/papers/presentation.ts";
import { AreaField } from "#ui/field.tsx";
import type { OptionRow } from "./draft.ts";
import type { PartProps } from "./part-props.ts";
import { PercentField } from "./percent-field.tsx";

type Props = Pick<PartProps, "at"> &
  Readonly<{ option: OptionRow; place: number; isWeighted: boolean; change: (part: Partial<OptionRow>) => void }>;

/** What an option gives of the mark, and what is said of it once answers are shown; seldom needed, so folded away. */
export function OptionMore({ option, place, isWeighted, change, at }: Props): ReactNode {
  const t = useTranslations("questionDesk");
  const letter = letterOf(place);
  return (
    <>
      {isWeighted && <PercentField value={option.weight} error={at(`key.weights.${place}`)} onChange={(weight) => change({ weight })} />}
      <details open={option.feedback !== "" || undefined}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-muted text-sm underline underline-offset-4">
          {t("feedback")}
        </summary>
        <AreaField
          label={t("feedbackOf", { letter })}
          error={at(`key.feedback.${place}`)}
          rows={1}
          maxLength={1_000}
          className="field-sizing-content"
          value={option.feedback}
          onChange={(event) => change({ feedback: event.currentTarget.value })}
        />
      </details>
    </>
  );
}
