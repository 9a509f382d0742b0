"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AreaField } from "#ui/field.tsx";
import type { PartProps } from "./part-props.ts";

/** What the people who mark an essay go by. */
export function GuidePart({ draft, set, at }: PartProps): ReactNode {
  const t = useTranslations("questionDesk");
  return (
    <AreaField
      label={t("guide")}
      hint={t("guideHint")}
      error={at("key.guide", "key")}
      rows={4}
      maxLength={4_000}
      className="field-sizing-content min-h-28"
      value={draft.guide}
      onChange={(event) => set({ guide: event.currentTarget.value })}
    />
  );
}
