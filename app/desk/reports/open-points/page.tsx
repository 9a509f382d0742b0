import { CircleDot, Download } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { BranchOptions } from "#app/desk/branch-options.tsx";
import { titleIn } from "#domain/programmes/title-in.ts";
import { listBranches } from "#server/branches/list-branches.ts";
import { listOpenPointsOverview } from "#server/completion/list-open-points.ts";
import { POINT_STATES } from "#server/completion/read-open-points.ts";
import { Badge } from "#ui/badge.tsx";
import { buttonClass } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { SelectField } from "#ui/field.tsx";
import { FilterBar } from "#ui/filter-bar.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { DataTable } from "#ui/table.tsx";
import { TimeText } from "#ui/time-text.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("completion"))("points.title") };
}

/** What campaigns found and have not solved, over the whole subtree, each with the way it came. */
export default async function OpenPointsPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, locale, query] = await Promise.all([getTranslations("completion"), getLocale(), searchParams]);
  const [branchId, state = "open", page] = ["branchId", "state", "page"].map((name) => oneOf(query[name]) || undefined);
  const [found, { branches }] = await Promise.all([ask(listOpenPointsOverview, { branchId, state, page }), ask(listBranches)]);
  return (
    <Page
      title={t("points.title")}
      lead={t("points.lead")}
      width="wide"
      back={{ href: "/desk/reports", label: t("back") }}
      action={
        <a
          href={`/api/desk/open-points/export?${new URLSearchParams({ state, language: locale, ...(branchId && { branchId }) })}`}
          download
          className={buttonClass({ look: "secondary" })}
        >
          <Download aria-hidden className="size-4" />
          {t("export")}
        </a>
      }
    >
      <div className="grid gap-4">
        <p className="tabular">{t("points.counts", { open: found.open, carried: found.carried, closed: found.closed })}</p>
        <FilterBar key={JSON.stringify([branchId, state])} action="/desk/reports/open-points">
          <SelectField label={t("filters.branch")} name="branchId" defaultValue={branchId ?? ""} className="sm:max-w-56">
            <option value="">{t("filters.any")}</option>
            <BranchOptions branches={branches} present={Number(branchId)} />
          </SelectField>
          <SelectField label={t("points.state")} name="state" defaultValue={state}>
            {POINT_STATES.map((one) => (
              <option key={one} value={one}>
                {t(`points.states.${one}`)}
              </option>
            ))}
          </SelectField>
        </FilterBar>
        <DataTable
          caption={t("points.title")}
          rows={found.points}
          keyOf={({ id }) => String(id)}
          empty={
            <Empty title={t("points.none")} icon={CircleDot}>
              {t("points.noneLead")}
            </Empty>
          }
          columns={[
            {
              key: "body",
              head: t("points.columns.body"),
              main: true,
              cell: ({ body, measure, chain, closingNote }) => (
                <span className="grid gap-0.5">
                  {body}
                  {measure && <span className="font-normal text-muted text-sm">{measure}</span>}
                  {chain.length > 1 && (
                    <span className="font-normal text-muted text-sm">
                      {t("points.chain", { titles: chain.map((one) => titleIn(locale, one)).join(t("points.arrow")) })}
                    </span>
                  )}
                  {closingNote && (
                    <span className="font-normal text-muted text-sm">
                      {t("points.closing")}: {closingNote}
                    </span>
                  )}
                </span>
              ),
            },
            { key: "branch", head: t("points.columns.branch"), cell: ({ branch }) => branch },
            {
              key: "programme",
              head: t("points.columns.programme"),
              cell: ({ chain }) => {
                const last = chain.at(-1);
                return last ? titleIn(locale, last) : "–";
              },
            },
            { key: "owner", head: t("points.columns.owner"), cell: ({ owner }) => owner ?? "–" },
            { key: "due", head: t("points.columns.due"), cell: ({ dueAt }) => (dueAt ? <TimeText at={dueAt} form="day" /> : "–") },
            {
              key: "chain",
              head: t("points.columns.chain"),
              cell: ({ chain }) => (chain.length > 1 ? t("points.carried", { count: chain.length - 1 }) : t("points.never")),
            },
            {
              key: "state",
              head: t("points.columns.state"),
              cell: ({ closedAt, isOverdue }) =>
                closedAt ? (
                  <Badge tone="pine">{t("points.states.closed")}</Badge>
                ) : (
                  <Badge tone={isOverdue ? "amber" : "plain"}>{t(`points.states.${isOverdue ? "overdue" : "open"}`)}</Badge>
                ),
            },
          ]}
        />
        {found.total > 0 && (
          <Pagination
            total={found.total}
            page={found.page}
            pageSize={found.pageSize}
            path="/desk/reports/open-points"
            query={{ branchId, state }}
          />
        )}
      </div>
    </Page>
  );
}
