"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { type FigureRow, freshFigure } from "./draft.ts";
import type { PartProps } from "./part-props.ts";
import { PercentField } from "./percent-field.tsx";
import { RowList } from "./row-list.tsx";

/** The numbers that are right, how far off one may be, and what a rougher one still earns. */
export function NumericPart({ draft, set, at }: PartProps): ReactNode {
  const t = useTranslations("questionDesk");
  const whole = at("key", "key.answers");
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-medium">{t("figures")}</legend>
      <p className="text-muted text-sm">{t("figuresHint")}</p>
      {whole && <Notice kind="error">{whole}</Notice>}
      <RowList<FigureRow>
        rows={draft.figures}
        onChange={(figures) => set({ figures })}
        nameOf={(place) => t("figureName", { number: place + 1 })}
        fresh={freshFigure}
        add={t("addFigure")}
        least={1}
        most={10}
        isOrdered={false}
      >
        {(row, place, change, buttons) => (
          <>
            <div className="grid items-start gap-3 sm:grid-cols-3">
              <TextField
                type="text"
                inputMode="decimal"
                label={t("figureName", { number: place + 1 })}
                error={at(`key.answers.${place}.value`)}
                maxLength={40}
                value={row.value}
                onChange={(event) => change({ value: event.currentTarget.value })}
              />
              <TextField
                type="text"
                inputMode="decimal"
                label={t("tolerance")}
                error={at(`key.answers.${place}.tolerance`)}
                maxLength={40}
                value={row.tolerance}
                onChange={(event) => change({ tolerance: event.currentTarget.value })}
              />
              <PercentField value={row.percent} error={at(`key.answers.${place}.percent`)} onChange={(percent) => change({ percent })} />
            </div>
            {draft.figures.length > 1 && buttons}
          </>
        )}
      </RowList>
      <TextField
        type="text"
        label={t("unit")}
        hint={t("unitHint")}
        optional
        error={at("body.unit")}
        maxLength={20}
        className="max-w-48"
        value={draft.unit}
        onChange={(event) => set({ unit: event.currentTarget.value })}
      />
    </fieldset>
  );
}
