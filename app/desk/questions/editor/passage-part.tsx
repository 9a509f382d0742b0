"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SelectField } from "#ui/field.tsx";
import type { AboutProps } from "./part-props.ts";
import { usePassages } from "./use-passages.ts";

/** A text questions may be answered from. */
export type MaterialOption = Readonly<{ slug: string; title: string }>;

/** Which text answers the question, and which passage of it. */
export function PassagePart({ draft, set, at, materials }: AboutProps & { materials: readonly MaterialOption[] }): ReactNode {
  const t = useTranslations("questionDesk");
  const { material, passage } = draft;
  const passages = usePassages(material);
  const chosen = passages?.find(({ id }) => id === passage);
  const isKnown = material === "" || materials.some(({ slug }) => slug === material);
  return (
    <div className="grid gap-4">
      <SelectField
        label={t("material")}
        hint={t("materialHint")}
        optional
        error={at("material")}
        value={material}
        onChange={(event) => set({ material: event.currentTarget.value, passage: "" })}
      >
        <option value="">{t("noMaterial")}</option>
        {!isKnown && <option value={material}>{material}</option>}
        {materials.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {title}
          </option>
        ))}
      </SelectField>
      {material !== "" && (
        <SelectField
          label={t("passage")}
          optional
          error={at("passage")}
          value={passage}
          onChange={(event) => set({ passage: event.currentTarget.value })}
        >
          <option value="">{t("wholeMaterial")}</option>
          {passage !== "" && !chosen && <option value={passage}>{t("passageNumber", { number: passage.slice(1) })}</option>}
          {passages?.map(({ id, text }) => (
            <option key={id} value={id}>
              {t("passageOption", { number: id.slice(1), text: text.slice(0, 32) })}
            </option>
          ))}
        </SelectField>
      )}
      {chosen && (
        <blockquote lang="zh-CN" className="border-seal border-s-3 ps-4 text-muted leading-relaxed">
          {chosen.text}
        </blockquote>
      )}
    </div>
  );
}
