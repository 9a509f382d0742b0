import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MATERIAL_STATES } from "#server/materials/list-materials-desk.ts";
import { type BranchOption, BranchOptions } from "#ui/branch-options.tsx";
import { SelectField, TextField } from "#ui/field.tsx";

type Facet = Readonly<{ name: string; count: number }>;
type Props = Readonly<{
  filter: Readonly<Record<string, string>>;
  collections: readonly Facet[];
  tags: readonly Facet[];
  branches: readonly BranchOption[];
}>;

/** What the list of texts can be narrowed by; all of it stands in the address. */
export function MaterialFilters({ filter, collections, tags, branches }: Props): ReactNode {
  const t = useTranslations("materialDesk");
  const facet = (name: "collection" | "tag", label: string, all: readonly Facet[]) => (
    <SelectField label={label} name={name} defaultValue={filter[name] ?? ""} className="sm:max-w-52">
      <option value="">{t("any")}</option>
      {all
        .filter((one) => one.name !== "")
        .map((one) => (
          <option key={one.name} value={one.name} lang="zh-CN">
            {one.name}
          </option>
        ))}
    </SelectField>
  );
  return (
    <>
      <TextField label={t("q")} name="q" type="search" maxLength={60} defaultValue={filter["q"] ?? ""} />
      <SelectField label={t("state")} name="state" defaultValue={filter["state"] ?? ""}>
        <option value="">{t("any")}</option>
        {MATERIAL_STATES.map((state) => (
          <option key={state} value={state}>
            {t(`states.${state}`)}
          </option>
        ))}
      </SelectField>
      {facet("collection", t("collection"), collections)}
      {facet("tag", t("fields.tags"), tags)}
      <SelectField label={t("branch")} name="branch" defaultValue={filter["branch"] ?? ""} className="sm:max-w-52">
        <option value="">{t("any")}</option>
        <option value="0">{t("everybody")}</option>
        <BranchOptions branches={branches} />
      </SelectField>
    </>
  );
}
