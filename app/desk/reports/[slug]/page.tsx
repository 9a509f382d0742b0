import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import type { Search } from "#app/_http/refused.ts";
import { HeatLegend } from "#app/desk/reports/heat-legend.tsx";
import { RadarPanel } from "#app/desk/reports/radar-panel.tsx";
import { ReportFilterBar } from "#app/desk/reports/report-filter-bar.tsx";
import { ReportFrame } from "#app/desk/reports/report-frame.tsx";
import { queryOf } from "#app/desk/reports/report-query.ts";
import { getBranchReport } from "#server/completion/get-branch-report.ts";
import { Figure } from "#ui/figure.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section } from "#ui/page.tsx";
import { BranchMatrix } from "./branch-matrix.tsx";
import { BranchRadars } from "./branch-radars.tsx";

type Props = { params: Promise<{ slug: string }>; searchParams: Search };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("completion"))("title") };
}

/** Branches × items of a programme, from the focus one level down, with the whole below, and five sides of the whole and of each branch. */
export default async function BranchReportPage({ params, searchParams }: Props): Promise<ReactNode> {
  const [t, { slug }, query] = await Promise.all([getTranslations("completion"), params, queryOf(searchParams)]);
  const { branchId, audience, module } = query;
  const report = await ask(getBranchReport, { slug, branchId, audience, module });
  const { whole } = report;
  return (
    <ReportFrame report={report} view="" query={{ branchId, audience, module }} exported="branches">
      {whole ? (
        <>
          <div className="flex flex-wrap gap-x-12 gap-y-4">
            <Figure value={whole.total.percent ?? "–"} unit={whole.total.percent === null ? "" : "%"} label={t("columns.rate")} />
            <Figure value={whole.unfinished} label={t("columns.unfinished")} />
            <Figure value={whole.people} label={t("columns.people")} />
            <Figure value={whole.total.overdue} label={t("columns.overdue")} />
          </div>
          <ReportFilterBar programme={report.programme} query={query} view="" />
          <BranchMatrix report={{ ...report, whole }} query={{ branchId, audience, module }} />
          {report.folded > 0 && <p className="text-muted text-sm">{t("folded", { count: report.folded })}</p>}
          <HeatLegend />
          <div id="radar" className="scroll-mt-20">
            <Section title={t("radar")}>
              <p className="text-muted">{t("radarLead")}</p>
              <RadarPanel radar={whole.radar} />
              {report.rows.some(({ branch }) => branch !== null) && (
                <>
                  <h3 className="font-display font-semibold text-lg">{t("radarBranches")}</h3>
                  <BranchRadars slug={slug} rows={report.rows} whole={whole.radar} query={{ branchId, audience, module }} />
                </>
              )}
            </Section>
          </div>
        </>
      ) : (
        <Notice>{t("withheld")}</Notice>
      )}
    </ReportFrame>
  );
}
