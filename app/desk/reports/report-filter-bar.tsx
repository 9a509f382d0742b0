import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { titleIn } from "#domain/programmes/title-in.ts";
import { SelectField } from "#ui/field.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";
import { reportAddress } from "./report-address.ts";
import type { ReportQuery } from "./report-query.ts";

type Props = {
  programme: Readonly<{
    slug: string;
    modules: readonly Readonly<{ id: number; title: string; titleEn: string }>[];
    audiences: readonly Readonly<{ id: number; name: string; nameEn: string }>[];
  }>;
  query: ReportQuery;
  view: "" | "/people" | "/not-done";
  /** Fields of this view alone, before the others. */
  children?: ReactNode;
};

/** How a report is narrowed: by audience, by module, and by what the view adds. Nothing is drawn where there is nothing to choose. */
export async function ReportFilterBar({ programme, query, view, children }: Props): Promise<ReactNode> {
  const [t, locale] = await Promise.all([getTranslations("completion"), getLocale()]);
  const { modules, audiences } = programme;
  if (!children && modules.length < 2 && audiences.length < 2) return null;
  return (
    <FilterBar key={JSON.stringify(query)} action={reportAddress(programme.slug, view)}>
      {query.branchId && <input type="hidden" name="branchId" value={query.branchId} />}
      {children}
      {audiences.length > 1 && (
        <SelectField label={t("filters.audience")} name="audience" defaultValue={query.audience ?? ""}>
          <option value="">{t("filters.any")}</option>
          {audiences.map(({ id, name, nameEn }) => (
            <option key={id} value={id}>
              {titleIn(locale, { title: name, titleEn: nameEn })}
            </option>
          ))}
        </SelectField>
      )}
      {modules.length > 1 && (
        <SelectField label={t("filters.module")} name="module" defaultValue={query.module ?? ""} className="sm:max-w-56">
          <option value="">{t("filters.any")}</option>
          {modules.map((module) => (
            <option key={module.id} value={module.id}>
              {titleIn(locale, module)}
            </option>
          ))}
        </SelectField>
      )}
    </FilterBar>
  );
}
