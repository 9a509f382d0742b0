"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { letterOf } from "#domain/papers/presentation.ts";
import { AreaField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { TickField } from "#ui/tick-field.tsx";
import { freshOption, type OptionRow, type Pin } from "./draft.ts";
import { OptionMore } from "./option-more.tsx";
import type { PartProps } from "./part-props.ts";
import { RowList } from "./row-list.tsx";

const PINS: readonly Pin[] = ["", "first", "last", "fixed"];

/** The options of a choice, which of them are right, and where each may stand when they are shuffled. */
export function OptionsPart({ draft, set, at }: PartProps): ReactNode {
  const t = useTranslations("questionDesk");
  const group = useId();
  const isSingle = draft.kind === "single";
  const whole = at("body.options", "key", "key.correct", "key.kind");
  const choose = (id: number, right: boolean): void =>
    set({ options: draft.options.map((option) => ({ ...option, right: option.id === id ? right : !isSingle && option.right })) });
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-medium">{t("options")}</legend>
      <p className="text-muted text-sm">{t(isSingle ? "optionsHintSingle" : "optionsHintMultiple")}</p>
      {whole && <Notice kind="error">{whole}</Notice>}
      <RowList<OptionRow>
        rows={draft.options}
        onChange={(options) => set({ options })}
        nameOf={(place) => t("optionName", { letter: letterOf(place) })}
        fresh={freshOption}
        add={t("addOption")}
        least={2}
        most={10}
      >
        {(option, place, change, buttons) => (
          <>
            <AreaField
              label={t("optionName", { letter: letterOf(place) })}
              error={at(`body.options.${place}.text`, `body.options.${place}`)}
              rows={1}
              maxLength={1_000}
              className="field-sizing-content"
              value={option.text}
              onChange={(event) => change({ text: event.currentTarget.value })}
            />
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <label className="flex min-h-11 items-center gap-2.5 font-medium">
                <input
                  type={isSingle ? "radio" : "checkbox"}
                  name={group}
                  aria-label={t("optionIsRight", { letter: letterOf(place) })}
                  checked={option.right}
                  onChange={(event) => choose(option.id, event.currentTarget.checked)}
                  className="size-5 flex-none accent-seal"
                />
                {t("isRight")}
              </label>
              <span className="flex flex-wrap items-center gap-x-2">
                <select
                  aria-label={t("pin", { letter: letterOf(place) })}
                  value={option.pin}
                  onChange={(event) => change({ pin: event.currentTarget.value as Pin })}
                  className="min-h-11 rounded-md border border-edge bg-raised px-2 text-base hover:border-ink"
                >
                  {PINS.map((pin) => (
                    <option key={pin} value={pin}>
                      {t(`pins.${pin || "free"}`)}
                    </option>
                  ))}
                </select>
                {buttons}
              </span>
            </div>
            <OptionMore option={option} place={place} isWeighted={draft.isWeighted} change={change} at={at} />
          </>
        )}
      </RowList>
      <TickField
        label={t("weighted")}
        hint={t("weightedHint")}
        checked={draft.isWeighted}
        onChange={(event) => set({ isWeighted: event.currentTarget.checked })}
      />
    </fieldset>
  );
}
