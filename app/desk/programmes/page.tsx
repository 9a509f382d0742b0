import { ListChecks, Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { DoneNotice } from "#app/desk/done-notice.tsx";
import { PROGRAMME_STATES } from "#domain/programmes/programme-state.ts";
import { listProgrammesDesk } from "#server/programmes/list-programmes-desk.ts";
import { LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { SelectField, TextField } from "#ui/field.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { DataTable } from "#ui/table.tsx";
import { TimeText } from "#ui/time-text.tsx";
import { ProgrammeStateBadge } from "./programme-state-badge.tsx";

const FILTERS = ["q", "kind", "state"] as const;
const KINDS = ["programme", "campaign", "template"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("programmeDesk"))("title") };
}

/** The programmes one runs, narrowed by what the address says, with how far their tasks are. */
export default async function DeskProgrammesPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, query] = await Promise.all([getTranslations("programmeDesk"), searchParams]);
  const filter: Readonly<Record<string, string>> = Object.fromEntries(
    FILTERS.flatMap((name) => (oneOf(query[name]) ? [[name, oneOf(query[name]) ?? ""]] : [])),
  );
  const list = await ask(listProgrammesDesk, { ...filter, page: oneOf(query["page"]) ?? "1" });
  const make = (
    <LinkButton href="/desk/programmes/new" look="primary">
      <Plus aria-hidden className="size-4" />
      {t("new")}
    </LinkButton>
  );
  const isNarrowed = Object.keys(filter).length > 0;
  return (
    <Page title={t("title")} width="wide" action={make}>
      <DoneNotice sentence={oneOf(query["done"]) === "copied" ? t("done.copied") : undefined} refused={oneOf(query["refused"])} />
      <div className="grid gap-4">
        <FilterBar key={JSON.stringify(filter)} action="/desk/programmes">
          <TextField label={t("q")} name="q" type="search" maxLength={60} defaultValue={filter["q"] ?? ""} />
          <SelectField label={t("fields.kind")} name="kind" defaultValue={filter["kind"] ?? ""}>
            <option value="">{t("any")}</option>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kindsShort.${kind}`)}
              </option>
            ))}
          </SelectField>
          <SelectField label={t("fields.state")} name="state" defaultValue={filter["state"] ?? ""}>
            <option value="">{t("any")}</option>
            {PROGRAMME_STATES.map((state) => (
              <option key={state} value={state}>
                {t(`states.${state}`)}
              </option>
            ))}
          </SelectField>
        </FilterBar>
        <DataTable
          caption={t("title")}
          rows={list.items}
          keyOf={({ slug }) => slug}
          columns={[
            {
              key: "title",
              head: t("fields.title"),
              main: true,
              cell: ({ slug, title }) => (
                <Link
                  href={`/desk/programmes/${slug}`}
                  className="inline-flex min-h-11 items-center font-medium hover:text-seal hover:underline"
                >
                  {title}
                </Link>
              ),
            },
            { key: "state", head: t("fields.state"), cell: ({ state, kind }) => <ProgrammeStateBadge state={state} kind={kind} /> },
            { key: "kind", head: t("fields.kind"), cell: ({ kind }) => t(`kindsShort.${kind}`) },
            { key: "branch", head: t("fields.branchId"), cell: ({ branchName }) => branchName },
            { key: "opens", head: t("fields.opensAt"), cell: ({ opensAt }) => <TimeText at={opensAt} form="day" /> },
            { key: "closes", head: t("fields.closesAt"), cell: ({ closesAt }) => <TimeText at={closesAt} form="day" /> },
            {
              key: "tasks",
              head: t("columns.tasks"),
              align: "end",
              cell: ({ ended, tasks }) => (tasks > 0 ? t("endedOf", { ended, tasks }) : t("noTasks")),
            },
          ]}
          empty={
            isNarrowed ? (
              <Empty title={t("noneFound")} icon={ListChecks} action={<LinkButton href="/desk/programmes">{t("showAll")}</LinkButton>} />
            ) : (
              <Empty title={t("none")} icon={ListChecks} action={make}>
                {t("noneLead")}
              </Empty>
            )
          }
        />
        {list.total > 0 && <Pagination total={list.total} page={list.page} pageSize={50} path="/desk/programmes" query={filter} />}
      </div>
    </Page>
  );
}
