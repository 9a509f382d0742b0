import { ChartColumn } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { oneOf, type Search } from "#app/_http/refused.ts";
import { titleIn } from "#domain/programmes/title-in.ts";
import { listReports, REPORT_PERIODS } from "#server/completion/list-reports.ts";
import { LinkCard } from "#ui/card.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { TimeText } from "#ui/time-text.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("completion"))("title") };
}

const hrefOf = (period?: string): string => (period ? `/desk/reports?period=${period}` : "/desk/reports");

/** The programmes whose people one looks after, with how far they came; the way into each report. */
export default async function ReportsPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, locale, query] = await Promise.all([getTranslations("completion"), getLocale(), searchParams]);
  const period = oneOf(query["period"]);
  const { programmes, total, page, pageSize } = await ask(listReports, { period, page: oneOf(query["page"]) ?? "1" });
  const tabs = [
    { href: hrefOf(), label: t("periods.all") },
    ...REPORT_PERIODS.map((one) => ({ href: hrefOf(one), label: t(`periods.${one}`) })),
  ];
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      action={
        <Link href="/desk/reports/open-points" className="inline-flex min-h-11 items-center text-seal">
          {t("points.nav")}
        </Link>
      }
    >
      <div className="grid gap-4">
        <Tabs label={t("periodsNav")} tabs={tabs} current={hrefOf(period)} />
        {programmes.length === 0 && (
          <Empty title={t("none")} icon={ChartColumn}>
            {t("noneLead")}
          </Empty>
        )}
        {programmes.map(({ slug, total: counts, ...programme }) => (
          <LinkCard
            key={slug}
            level={2}
            href={`/desk/reports/${slug}`}
            title={titleIn(locale, programme)}
            lead={
              <span className="grid">
                <span>
                  {t(`kinds.${programme.kind}`)} · {programme.branch} · <TimeText at={programme.opensAt} form="day" /> –{" "}
                  <TimeText at={programme.closesAt} form="day" />
                </span>
                <span>{t("summary", { people: programme.people, items: programme.items })}</span>
              </span>
            }
            aside={
              <span className="grid justify-items-end">
                <b className="tabular font-display font-semibold text-2xl">
                  {counts?.percent === null || !counts ? "–" : `${counts.percent}%`}
                </b>
                <span className="text-muted">
                  {counts
                    ? programme.unfinished > 0
                      ? t("unfinishedPeople", { count: programme.unfinished })
                      : t("allFinished")
                    : t("withheld")}
                </span>
              </span>
            }
          />
        ))}
        {total > 0 && <Pagination total={total} page={page} pageSize={pageSize} path="/desk/reports" query={{ period }} />}
      </div>
    </Page>
  );
}
