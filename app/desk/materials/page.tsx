import { BookOpenText, Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { listMaterialsDesk, MATERIAL_STATES } from "#server/materials/list-materials-desk.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { MaterialTable } from "./material-table.tsx";

const FILTERS = ["q", "collection", "state"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("materialDesk"))("title") };
}

/** The library as its editors see it, narrowed by what the address says. */
export default async function MaterialsPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, query] = await Promise.all([getTranslations("materialDesk"), searchParams]);
  const filter: Readonly<Record<string, string>> = Object.fromEntries(
    FILTERS.flatMap((name) => (oneOf(query[name]) ? [[name, oneOf(query[name]) ?? ""]] : [])),
  );
  const list = await ask(listMaterialsDesk, { ...filter, page: oneOf(query["page"]) ?? "1" });
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
          <TextField label={t("q")} name="q" type="search" maxLength={60} defaultValue={filter["q"] ?? ""} />
          <SelectField label={t("collection")} name="collection" defaultValue={filter["collection"] ?? ""} className="sm:max-w-60">
            <option value="">{t("any")}</option>
            {list.collections
              .filter(({ name }) => name !== "")
              .map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
          </SelectField>
          <SelectField label={t("state")} name="state" defaultValue={filter["state"] ?? ""}>
            <option value="">{t("any")}</option>
            {MATERIAL_STATES.map((state) => (
              <option key={state} value={state}>
                {t(`states.${state}`)}
              </option>
            ))}
          </SelectField>
        </FilterBar>
        <MaterialTable materials={list.items} empty={empty} />
        {list.total > 0 && <Pagination total={list.total} page={list.page} pageSize={50} path="/desk/materials" query={filter} />}
      </div>
    </Page>
  );
}
