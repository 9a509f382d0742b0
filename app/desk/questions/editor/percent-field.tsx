"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextField } from "#ui/field.tsx";

type Props = Readonly<{ value: string; error: string | undefined; onChange: (value: string) => void }>;

/** A share of the mark, in hundredths. */
export function PercentField({ value, error, onChange }: Props): ReactNode {
  const t = useTranslations("questionDesk");
  return (
    <TextField
      type="text"
      inputMode="decimal"
      label={t("percent")}
      error={error}
      maxLength={12}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
