import { Users } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { refusedOf, type Search } from "#app/_http/refused.ts";
import { NameNotice } from "#app/desk/reports/name-notice.tsx";
import { reportAddress } from "#app/desk/reports/report-address.ts";
import { ReportFilterBar } from "#app/desk/reports/report-filter-bar.tsx";
import { ReportFrame } from "#app/desk/reports/report-frame.tsx";
import { queryOf } from "#app/desk/reports/report-query.ts";
import { titleIn } from "#domain/programmes/title-in.ts";
import { getPeopleReport } from "#server/completion/get-people-report.ts";
import { CELL_FILTERS } from "#server/completion/report-filter.ts";
import { Empty } from "#ui/empty.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { Notice } from "#ui/notice.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { PeopleMatrix } from "./people-matrix.tsx";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("completion"))("peopleTitle") };
}

/** People × items: sums over the whole filter, and a page of people where names are given. */
export default async function PeopleReportPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, locale, { slug }, { done: _done, ...query }, refused] = await Promise.all([
    getTranslations("completion"),
    getLocale(),
    params,
    queryOf(searchParams),
    refusedOf(searchParams, ["reason"]),
  ]);
  const report = await ask(getPeopleReport, { slug, ...query });
  const { names, whole, mayRank } = report;
  const isNamed = names.access !== "aggregate";
  const here = reportAddress(slug, "/people", query);
  return (
    <ReportFrame report={report} view="/people" query={query} exported="people">
      <RefusalNotice code={refused.code} />
      <NameNotice names={names} here={here} branchId={query.branchId} error={refused.at("reason")} />
      <ReportFilterBar programme={report.programme} query={query} view="/people">
        {isNamed && <TextField label={t("filters.q")} name="q" type="search" maxLength={60} defaultValue={query.q ?? ""} />}
        <SelectField label={t("filters.item")} name="item" defaultValue={query.item ?? ""} className="sm:max-w-56">
          <option value="">{t("filters.any")}</option>
          {report.items.map((item) => (
            <option key={item.id} value={item.id}>
              {titleIn(locale, item)}
            </option>
          ))}
        </SelectField>
        <SelectField label={t("filters.state")} name="state" defaultValue={query.state ?? ""}>
          <option value="">{t("filters.any")}</option>
          {CELL_FILTERS.map((state) => (
            <option key={state} value={state}>
              {t(`states.${state}`)}
            </option>
          ))}
        </SelectField>
        {isNamed && (
          <SelectField label={t("filters.sort")} name="sort" defaultValue={report.sort}>
            {(["branch", "name", ...(mayRank ? (["rate"] as const) : [])] as const).map((sort) => (
              <option key={sort} value={sort}>
                {t(`sorts.${sort}`)}
              </option>
            ))}
          </SelectField>
        )}
      </ReportFilterBar>
      {!whole && <Notice>{t("withheld")}</Notice>}
      {whole && whole.people === 0 && (
        <Empty title={t("peopleNone")} icon={Users}>
          {t("peopleNoneLead")}
        </Empty>
      )}
      {whole && whole.people > 0 && <PeopleMatrix report={{ ...report, whole }} query={query} />}
      {isNamed && whole && whole.people > 0 && (
        <Pagination total={whole.people} page={report.page} pageSize={report.size} path={`/desk/reports/${slug}/people`} query={query} />
      )}
    </ReportFrame>
  );
}
