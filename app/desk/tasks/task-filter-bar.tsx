import { getLocale, getTranslations } from "next-intl/server";
import type { ComponentProps, ReactNode } from "react";
import { BranchOptions } from "#app/desk/branch-options.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";

type Named = Readonly<{ id: number; title: string; titleEn: string }>;
type Props = {
  filter: Readonly<Record<string, string>>;
  branches: ComponentProps<typeof BranchOptions>["branches"];
  programmes: readonly Named[];
  items: readonly Named[];
  view: "rows" | "counts";
};

const STATES = ["unfinished", "open", "overdue", "done", "done_late", "waived", "cancelled"] as const;

/** How the ledger is narrowed: programme and item, branch, state, when it is due; a person where rows are shown. */
export async function TaskFilterBar({ filter, branches, programmes, items, view }: Props): Promise<ReactNode> {
  const [t, tTasks, locale] = await Promise.all([getTranslations("taskDesk"), getTranslations("tasks"), getLocale()]);
  const titleOf = ({ title, titleEn }: Named) => (locale === "en" && titleEn) || title;
  return (
    <FilterBar key={JSON.stringify(filter)} action="/desk/tasks">
      {view === "counts" && <input type="hidden" name="view" value="counts" />}
      <SelectField label={t("programme")} name="programmeId" defaultValue={filter["programmeId"] ?? ""} className="sm:max-w-56">
        <option value="">{t("anyProgramme")}</option>
        {programmes.map((one) => (
          <option key={one.id} value={one.id}>
            {titleOf(one)}
          </option>
        ))}
      </SelectField>
      {items.length > 0 && (
        <SelectField label={t("item")} name="itemId" defaultValue={filter["itemId"] ?? ""} className="sm:max-w-56">
          <option value="">{t("anyItem")}</option>
          {items.map((one) => (
            <option key={one.id} value={one.id}>
              {titleOf(one)}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField label={tTasks("branch")} name="branchId" defaultValue={filter["branchId"] ?? ""} className="sm:max-w-56">
        <option value="">{t("anyBranch")}</option>
        <BranchOptions branches={branches} present={Number(filter["branchId"])} />
      </SelectField>
      <SelectField label={tTasks("state")} name="state" defaultValue={filter["state"] ?? ""}>
        <option value="">{t("anyState")}</option>
        {STATES.map((state) => (
          <option key={state} value={state}>
            {state === "unfinished" ? t("unfinished") : tTasks(`states.${state}`)}
          </option>
        ))}
      </SelectField>
      {view === "rows" && (
        <>
          <SelectField label={t("kind")} name="kind" defaultValue={filter["kind"] ?? ""}>
            <option value="">{t("anyKind")}</option>
            <option value="programme">{t("kinds.programme")}</option>
            <option value="ad_hoc">{t("kinds.ad_hoc")}</option>
          </SelectField>
          <TextField
            label={t("q")}
            name="q"
            type="search"
            maxLength={60}
            defaultValue={filter["q"] ?? ""}
            placeholder={t("qPlaceholder")}
          />
        </>
      )}
      <TextField label={t("dueFrom")} name="dueFrom" type="date" defaultValue={filter["dueFrom"] ?? ""} />
      <TextField label={t("dueTo")} name="dueTo" type="date" defaultValue={filter["dueTo"] ?? ""} />
    </FilterBar>
  );
}
