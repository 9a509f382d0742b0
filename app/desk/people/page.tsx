import { Download, Plus, Upload, Users } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { listBranches } from "#server/branches/list-branches.ts";
import { listPeople } from "#server/people/list-people.ts";
import { buttonClass, LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { PeopleFilterBar } from "./people-filter-bar.tsx";
import { PeopleTable } from "./people-table.tsx";

const FILTERS = ["q", "branchId", "office", "disabled"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("peopleDesk"))("title") };
}

/** The people of the viewer's subtrees, narrowed by what the address says. */
export default async function PeoplePage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, locale, query] = await Promise.all([getTranslations("peopleDesk"), getLocale(), searchParams]);
  const filter = Object.fromEntries(FILTERS.flatMap((name) => (oneOf(query[name]) ? [[name, oneOf(query[name]) ?? ""]] : [])));
  const [list, { branches }] = await Promise.all([ask(listPeople, { ...filter, page: oneOf(query["page"]) ?? "1" }), ask(listBranches)]);
  const empty = (
    <Empty title={t("none")} icon={Users} action={<LinkButton href="/desk/people/import">{t("import")}</LinkButton>}>
      {t("noneLead")}
    </Empty>
  );
  const actions = (
    <>
      <LinkButton href="/desk/people/import" look="quiet">
        <Upload aria-hidden className="size-4" />
        {t("import")}
      </LinkButton>
      {list.total > 0 && (
        <a
          href={`/api/desk/people/export?${new URLSearchParams({ ...filter, language: locale })}`}
          download
          className={buttonClass({ look: "quiet" })}
        >
          <Download aria-hidden className="size-4" />
          {t("export")}
        </a>
      )}
    </>
  );
  return (
    <Page
      title={t("title")}
      width="wide"
      action={
        <LinkButton href="/desk/people/new" look="primary">
          <Plus aria-hidden className="size-4" />
          {t("new")}
        </LinkButton>
      }
    >
      <div className="grid gap-4">
        <PeopleFilterBar filter={filter} branches={branches} actions={actions} />
        <PeopleTable people={list.people} caption={t("title")} empty={empty} />
        {list.total > 0 && <Pagination total={list.total} page={list.page} pageSize={50} path="/desk/people" query={filter} />}
      </div>
    </Page>
  );
}
