"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AreaField, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { TickField } from "#ui/tick-field.tsx";
import { type AnswerRow, freshAnswer, freshPoint, type PointRow } from "./draft.ts";
import type { PartProps } from "./part-props.ts";
import { PercentField } from "./percent-field.tsx";
import { RowList } from "./row-list.tsx";

/** Whole answers that are accepted, and the points of a longer one with the words they are known by. */
export function ShortPart({ draft, set, at }: PartProps): ReactNode {
  const t = useTranslations("questionDesk");
  const whole = at("key", "key.accepted", "key.keywords");
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-medium">{t("accepted")}</legend>
      <p className="text-muted text-sm">{t("acceptedAnswersHint")}</p>
      {whole && <Notice kind="error">{whole}</Notice>}
      <RowList<AnswerRow>
        rows={draft.answers}
        onChange={(answers) => set({ answers })}
        nameOf={(place) => t("acceptedName", { number: place + 1 })}
        fresh={freshAnswer}
        add={t("addAccepted")}
        least={0}
        most={20}
        isOrdered={false}
      >
        {(row, place, change, buttons) => (
          <div className="grid items-start gap-3 sm:grid-cols-[minmax(0,1fr)_8rem_auto]">
            <TextField
              type="text"
              label={t("acceptedName", { number: place + 1 })}
              error={at(`key.accepted.${place}.text`)}
              maxLength={1_000}
              value={row.text}
              onChange={(event) => change({ text: event.currentTarget.value })}
            />
            <PercentField value={row.percent} error={at(`key.accepted.${place}.percent`)} onChange={(percent) => change({ percent })} />
            {buttons}
          </div>
        )}
      </RowList>
      <p className="mt-2 font-medium">{t("points")}</p>
      <p className="text-muted text-sm">{t("pointsHint")}</p>
      <RowList<PointRow>
        rows={draft.points}
        onChange={(points) => set({ points })}
        nameOf={(place) => t("pointName", { number: place + 1 })}
        fresh={freshPoint}
        add={t("addPoint")}
        least={0}
        most={20}
        isOrdered={false}
      >
        {(row, place, change, buttons) => (
          <div className="grid items-start gap-3 sm:grid-cols-[minmax(0,1fr)_8rem_auto]">
            <AreaField
              label={t("pointName", { number: place + 1 })}
              error={at(`key.keywords.${place}.words`, `key.keywords.${place}.words.0`)}
              rows={1}
              className="field-sizing-content"
              value={row.words}
              onChange={(event) => change({ words: event.currentTarget.value })}
            />
            <PercentField value={row.percent} error={at(`key.keywords.${place}.percent`)} onChange={(percent) => change({ percent })} />
            {buttons}
          </div>
        )}
      </RowList>
      <TickField
        label={t("caseSensitive")}
        checked={draft.caseSensitive}
        onChange={(event) => set({ caseSensitive: event.currentTarget.checked })}
      />
    </fieldset>
  );
}
