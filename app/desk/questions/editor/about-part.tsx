"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { AreaField, SelectField, TextField } from "#ui/field.tsx";
import type { AboutProps } from "./part-props.ts";

const LEVELS = ["1", "2", "3", "4", "5"];

/** Explanation, category, tags, difficulty, source. */
export function AboutPart({ draft, set, at, categories }: AboutProps & { categories: readonly string[] }): ReactNode {
  const t = useTranslations("questionDesk");
  const list = useId();
  return (
    <>
      <AreaField
        label={t("explanation")}
        hint={t("explanationHint")}
        optional
        error={at("explanation")}
        rows={3}
        maxLength={4_000}
        className="field-sizing-content min-h-24"
        value={draft.explanation}
        onChange={(event) => set({ explanation: event.currentTarget.value })}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          type="text"
          label={t("category")}
          hint={t("categoryHint")}
          optional
          error={at("category")}
          list={list}
          maxLength={200}
          value={draft.category}
          onChange={(event) => set({ category: event.currentTarget.value })}
        />
        <datalist id={list}>
          {categories.map((category) => (
            <option key={category} value={category} />
          ))}
        </datalist>
        <TextField
          type="text"
          label={t("tags")}
          hint={t("tagsHint")}
          optional
          error={at("tags", "tags.0", "tags.1", "tags.2")}
          value={draft.tags}
          onChange={(event) => set({ tags: event.currentTarget.value })}
        />
        <SelectField
          label={t("difficulty")}
          error={at("difficulty")}
          value={draft.difficulty}
          onChange={(event) => set({ difficulty: event.currentTarget.value })}
        >
          {LEVELS.map((level) => (
            <option key={level} value={level}>
              {t(`levels.${level}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          type="text"
          label={t("source")}
          hint={t("sourceHint")}
          optional
          error={at("source")}
          maxLength={500}
          value={draft.source}
          onChange={(event) => set({ source: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
