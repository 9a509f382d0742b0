"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type BranchOption, BranchOptions } from "#ui/branch-options.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import type { FieldsProps } from "./meta-fields.tsx";

/** A branch the text may be for, as deep in the tree as it lies. */
/** Who may read it: a branch with all below it or everybody, and, if wanted, only people with one of some tags. */
export function AudienceFields({ draft, set, at, branches }: FieldsProps & { branches: readonly BranchOption[] }): ReactNode {
  const t = useTranslations("materialDesk");
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <SelectField
        label={t("fields.branchId")}
        hint={t("branchHint")}
        value={draft.branchId}
        error={at("branchId")}
        onChange={(event) => set({ branchId: event.currentTarget.value })}
      >
        <option value="">{t("everybody")}</option>
        <BranchOptions branches={branches} />
      </SelectField>
      <TextField
        type="text"
        label={t("fields.audienceTags")}
        hint={t("audienceTagsHint")}
        optional
        autoComplete="off"
        value={draft.audienceTags}
        error={at("audienceTags", ...Array.from({ length: 30 }, (_, place) => `audienceTags.${place}`))}
        onChange={(event) => set({ audienceTags: event.currentTarget.value })}
      />
    </div>
  );
}
