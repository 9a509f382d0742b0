"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type BranchOption, BranchOptions } from "#ui/branch-options.tsx";
import { SelectField } from "#ui/field.tsx";
import type { AboutProps } from "./part-props.ts";

/** Whose bank a new question goes to. */
export function BankPart({ draft, set, at, branches }: AboutProps & { branches: readonly BranchOption[] }): ReactNode {
  const t = useTranslations("questionDesk");
  return (
    <SelectField
      label={t("bank")}
      hint={t("bankHint")}
      error={at("branchId", "isPrivate")}
      value={draft.bank}
      onChange={(event) => set({ bank: event.currentTarget.value })}
    >
      <option value="">{t("banks.shared")}</option>
      <option value="private">{t("banks.private")}</option>
      <BranchOptions branches={branches} />
    </SelectField>
  );
}
