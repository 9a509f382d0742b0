import { getTranslations } from "next-intl/server";
import type { ComponentProps, ReactNode } from "react";
import { BranchOptions } from "#app/desk/branch-options.tsx";
import { OFFICES } from "#domain/people/offices.ts";
import { SelectField, TextField } from "#ui/field.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";

type Props = {
  filter: Readonly<Record<string, string>>;
  branches: ComponentProps<typeof BranchOptions>["branches"];
  actions: ReactNode;
};

/** How the list of people is narrowed: name or pinyin, branch, office, state. */
export async function PeopleFilterBar({ filter, branches, actions }: Props): Promise<ReactNode> {
  const [t, tMe] = await Promise.all([getTranslations("peopleDesk"), getTranslations("me")]);
  return (
    // A new filter in the address is a new form: native fields would keep their old words after a reset.
    <FilterBar key={JSON.stringify(filter)} action="/desk/people" actions={actions}>
      <TextField label={t("q")} name="q" type="search" maxLength={60} defaultValue={filter["q"] ?? ""} placeholder={t("qPlaceholder")} />
      <SelectField label={t("branch")} name="branchId" defaultValue={filter["branchId"] ?? ""} className="sm:max-w-56">
        <option value="">{t("anyBranch")}</option>
        <BranchOptions branches={branches} present={Number(filter["branchId"])} />
      </SelectField>
      <SelectField label={t("office")} name="office" defaultValue={filter["office"] ?? ""}>
        <option value="">{t("anyOffice")}</option>
        {OFFICES.map((office) => (
          <option key={office} value={office}>
            {tMe(`officeNames.${office}`)}
          </option>
        ))}
      </SelectField>
      <SelectField label={t("state")} name="disabled" defaultValue={filter["disabled"] ?? ""}>
        <option value="">{t("states.active")}</option>
        <option value="true">{t("states.disabled")}</option>
        <option value="all">{t("states.all")}</option>
      </SelectField>
    </FilterBar>
  );
}
