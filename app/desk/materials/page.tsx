import { BookOpenText, Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { listBranches } from "#server/branches/list-branches.ts";
import { listMaterialsDesk } from "#server/materials/list-materials-desk.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { MaterialFilters } from "./material-filters.tsx";
import { MaterialTable } from "./material-table.tsx";
import { openBranches } from "./open-branches.ts";

const FILTERS = ["q", "state", "collection", "tag", "branch"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("materialDesk"))("title") };
}

/** The library as its editors see it, narrowed by what the address says. */
export default async function MaterialsPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, query] = await Promise.all([getTranslations("materialDesk"), searchParams]);
  const filter: Readonly<Record<string, string>> = Object.fromEntries(
    FILTERS.flatMap((name) => (oneOf(query[name]) ? [[name, oneOf(query[name]) ?? ""]] : [])),
  );
  const [list, { branches }] = await Promise.all([
    ask(listMaterialsDesk, { ...filter, page: oneOf(query["page"]) ?? "1" }),
    ask(listBranches),
  ]);
  const make = (
    <LinkButton href="/desk/materials/new" look="primary">
      <Plus aria-hidden className="size-4" />
      {t("new")}
    </LinkButton>
  );
  const isNarrowed = Object.keys(filter).length > 0;
  const empty = isNarrowed ? (
    <Empty title={t("noneFound")} icon={BookOpenText} action={<LinkButton href="/desk/materials">{t("showAll")}</LinkButton>}>
      {t("noneFoundLead")}
    </Empty>
  ) : (
    <Empty title={t("none")} icon={BookOpenText} action={<LinkButton href="/desk/materials/new">{t("new")}</LinkButton>}>
      {t("noneLead")}
    </Empty>
  );
  return (
    <Page title={t("title")} width="wide" action={make}>
      <div className="grid gap-4">
        <FilterBar key={JSON.stringify(filter)} action="/desk/materials">
          <MaterialFilters filter={filter} collections={list.collections} tags={list.tags} branches={openBranches(branches)} />
        </FilterBar>
        <MaterialTable materials={list.items} empty={empty} />
        {list.total > 0 && <Pagination total={list.total} page={list.page} pageSize={50} path="/desk/materials" query={filter} />}
      </div>
    </Page>
  );
}
