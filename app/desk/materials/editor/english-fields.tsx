"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AreaField, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import type { FieldsProps } from "./meta-fields.tsx";

/** The English variant: title, summary and text; the same paragraphs in the same order, so that citations and questions fit both. */
export function EnglishFields({ draft, set, at, counts }: FieldsProps & { counts: Readonly<{ zh: number; en: number }> }): ReactNode {
  const t = useTranslations("materialDesk");
  const differs = draft.bodyEn.trim() !== "" && counts.zh !== counts.en;
  return (
    <details className="rounded-md border border-line px-4" open={draft.bodyEn !== "" || undefined}>
      <summary className="flex min-h-11 items-center font-medium">{t("english")}</summary>
      <div className="grid gap-4 pt-1 pb-4">
        <TextField
          type="text"
          label={t("fields.titleEn")}
          optional
          lang="en"
          maxLength={200}
          error={at("titleEn")}
          value={draft.titleEn}
          onChange={(event) => set({ titleEn: event.currentTarget.value })}
        />
        <AreaField
          label={t("fields.summaryEn")}
          optional
          lang="en"
          rows={2}
          maxLength={1_200}
          error={at("summaryEn")}
          value={draft.summaryEn}
          onChange={(event) => set({ summaryEn: event.currentTarget.value })}
        />
        {differs && <Notice kind="warning">{t("paragraphsDiffer", counts)}</Notice>}
        <AreaField
          label={t("fields.bodyEn")}
          hint={t("bodyEnHint")}
          optional
          lang="en"
          rows={14}
          error={at("bodyEn")}
          value={draft.bodyEn}
          onChange={(event) => set({ bodyEn: event.currentTarget.value })}
        />
      </div>
    </details>
  );
}
