import { BookOpen } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { getRegister } from "#server/register/get-register.ts";
import { buttonClass, LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { SelectField } from "#ui/field.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { DataTable } from "#ui/table.tsx";
import { TimeText } from "#ui/time-text.tsx";

const PATH = "/meetings/register";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("records.register"))("title") };
}

/** What was studied, when, by whom led; narrowed by year, group and branch, and taken along as a spreadsheet. */
export default async function RegisterPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const query = await searchParams;
  const filter = { year: oneOf(query["year"]), group: oneOf(query["group"]), branch: oneOf(query["branch"]) };
  const [t, language, register] = await Promise.all([
    getTranslations("records.register"),
    getLocale(),
    ask(getRegister, { ...filter, page: oneOf(query["page"]) }),
  ]);
  const chosen = Object.fromEntries(Object.entries(filter).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  const search = new URLSearchParams(chosen);
  const year = filter.year || String(register.years[0] ?? "");
  const isFiltered = search.size > 0;
  return (
    <Page width="wide" title={t("title")} lead={t("lead")}>
      <FilterBar
        action={PATH}
        actions={
          <a
            href={`/api/register/file?${new URLSearchParams({ ...chosen, language })}`}
            download
            className={buttonClass({ compact: true })}
          >
            {t("export")}
          </a>
        }
      >
        <SelectField label={t("year")} name="year" defaultValue={filter.year ?? ""}>
          <option value="">{t("all")}</option>
          {register.years.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </SelectField>
        <SelectField label={t("group")} name="group" defaultValue={filter.group ?? ""}>
          <option value="">{t("all")}</option>
          {register.groups.map(({ slug, name }) => (
            <option key={slug} value={slug} lang="zh-CN">
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField label={t("branch")} name="branch" defaultValue={filter.branch ?? ""}>
          <option value="">{t("all")}</option>
          {register.branches.map(({ id, name }) => (
            <option key={id} value={id} lang="zh-CN">
              {name}
            </option>
          ))}
        </SelectField>
      </FilterBar>
      <nav aria-label={t("title")} className="no-print flex flex-wrap gap-3">
        <LinkButton href={`${PATH}/mine`} compact>
          {t("mine")}
        </LinkButton>
        <LinkButton href="/yearbooks" compact>
          {t("books")}
        </LinkButton>
        {filter.group && year && (
          <LinkButton href={`${PATH}/coverage?${new URLSearchParams({ group: filter.group, year })}`} compact>
            {t("coverage")}
          </LinkButton>
        )}
      </nav>
      <DataTable
        caption={t("title")}
        rows={register.items}
        keyOf={({ id }) => String(id)}
        empty={
          <Empty icon={BookOpen} title={t(isFiltered ? "noMatch" : "none")}>
            {!isFiltered && t("noneLead")}
          </Empty>
        }
        columns={[
          {
            key: "title",
            head: t("columns.title"),
            main: true,
            cell: ({ id, title }) => (
              <Link href={`/meetings/${id}/record`} className="-my-3 inline-flex min-h-11 items-center hover:text-seal" lang="zh-CN">
                {title}
              </Link>
            ),
          },
          { key: "date", head: t("columns.date"), cell: ({ startsAt }) => <TimeText at={startsAt} form="day" /> },
          { key: "group", head: t("columns.group"), cell: ({ group, branch }) => <span lang="zh-CN">{group ?? branch}</span> },
          { key: "studied", head: t("columns.studied"), cell: ({ studied }) => <span lang="zh-CN">{studied.join("；") || "—"}</span> },
          { key: "lead", head: t("columns.lead"), cell: ({ leadReader }) => <span lang="zh-CN">{leadReader ?? "—"}</span> },
          { key: "listed", head: t("columns.attended"), align: "end", cell: ({ attended, listed }) => t("people", { attended, listed }) },
          { key: "spoke", head: t("columns.spoke"), align: "end", cell: ({ spoke }) => spoke },
          { key: "record", head: t("columns.record"), cell: ({ record }) => t(`states.${record}`) },
        ]}
      />
      <Pagination page={register.page} pageSize={register.pageSize} total={register.total} path={PATH} query={filter} />
    </Page>
  );
}
