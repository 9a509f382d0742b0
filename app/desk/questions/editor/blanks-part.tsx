"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AreaField, SelectField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { TickField } from "#ui/tick-field.tsx";
import { blanksIn } from "./content-of-draft.ts";
import type { PartProps } from "./part-props.ts";

const TICKS = ["foldDigits", "anyOrder", "allOrNothing"] as const;

/** What each blank of the stem accepts, and how answers are compared. */
export function BlanksPart({ draft, set, at }: PartProps): ReactNode {
  const t = useTranslations("questionDesk");
  const blanks = Math.min(10, blanksIn(draft.stem));
  // Without a blank in the stem, the stem says so.
  const whole = blanks > 0 && at("key", "key.blanks");
  const lines = Array.from({ length: 20 }, (_, line) => line);
  const accept = (blank: number, text: string): void => {
    const accepted = Array.from({ length: Math.max(draft.accepted.length, blank + 1) }, (_, place) => draft.accepted[place] ?? "");
    set({ accepted: accepted.with(blank, text) });
  };
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-1 font-medium">{t("blankAnswers")}</legend>
      {whole && <Notice kind="error">{whole}</Notice>}
      {blanks === 0 && <Notice>{t("noBlanksYet")}</Notice>}
      {Array.from({ length: blanks }, (_, blank) => (
        <AreaField
          // biome-ignore lint/suspicious/noArrayIndexKey: a blank is its place
          key={blank}
          label={t("blank", { number: blank + 1 })}
          hint={t("acceptedHint")}
          error={at(`key.blanks.${blank}`, ...lines.map((line) => `key.blanks.${blank}.${line}`))}
          rows={2}
          className="field-sizing-content min-h-19"
          value={draft.accepted[blank] ?? ""}
          onChange={(event) => accept(blank, event.currentTarget.value)}
        />
      ))}
      <SelectField
        label={t("match")}
        value={draft.match}
        onChange={(event) => set({ match: event.currentTarget.value as "exact" | "contains" })}
      >
        <option value="exact">{t("marking.exact")}</option>
        <option value="contains">{t("marking.contains")}</option>
      </SelectField>
      <div className="grid">
        {TICKS.filter((name) => name === "foldDigits" || blanks > 1).map((name) => (
          <TickField
            key={name}
            label={t(`marking.${name}`)}
            checked={draft[name]}
            onChange={(event) => set({ [name]: event.currentTarget.checked })}
          />
        ))}
      </div>
    </fieldset>
  );
}
