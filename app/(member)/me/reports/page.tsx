import { Flag } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ask } from "#app/_http/ask.ts";
import { refusedOf, type Search } from "#app/_http/refused.ts";
import { listMyReports } from "#server/question-reports/my-reports.ts";
import type { Verb } from "#server/verb.ts";
import { Badge } from "#ui/badge.tsx";
import { Empty } from "#ui/empty.tsx";
import { Page } from "#ui/page.tsx";
import { RefusalNotice } from "#ui/refusal-notice.tsx";
import { TimeText } from "#ui/time-text.tsx";

type Report = (typeof listMyReports extends Verb<infer Value> ? Value : never)["reports"][number];
const TONES = { open: "plain", accepted: "pine", declined: "amber" } as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("questionReports"))("title") };
}

/** The questions one reported, newest first, with what became of each. */
export default async function ReportsPage({ searchParams }: { searchParams: Search }): Promise<ReactNode> {
  const [t, { reports }, refused] = await Promise.all([
    getTranslations("questionReports"),
    ask(listMyReports),
    refusedOf(searchParams, []),
  ]);
  return (
    <Page width="reading" title={t("title")} lead={t("lead")} back={{ href: "/me", label: t("back") }}>
      <RefusalNotice code={refused.code} />
      {reports.length === 0 ? (
        <Empty title={t("none")} icon={Flag}>
          {t("noneHint")}
        </Empty>
      ) : (
        <ol className="grid gap-6">
          {reports.map((report) => (
            <ReportLine key={report.id} report={report} />
          ))}
        </ol>
      )}
    </Page>
  );
}

async function ReportLine({ report }: { report: Report }): Promise<ReactNode> {
  const t = await getTranslations("questionReports");
  const { stem, reason, note, state, isRuled, reply, reportedAt, repliedAt } = report;
  return (
    <li className="grid gap-3 border-line border-b pb-6 last:border-0">
      <p className="flex flex-wrap items-center gap-3 text-muted text-sm">
        <TimeText at={reportedAt} />
        <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>
      </p>
      <p className="line-clamp-3 whitespace-pre-line" lang="zh-CN">
        {stem}
      </p>
      <p className="text-muted text-sm">
        {t(`reasons.${reason}`)}
        {note && <span className="mt-1 block whitespace-pre-wrap text-ink">{note}</span>}
      </p>
      {repliedAt && (
        <blockquote className="border-pine border-s-3 ps-4">
          <p className="text-muted text-sm">
            {t("reply")} <TimeText at={repliedAt} />
          </p>
          <p className="mt-1 whitespace-pre-wrap">{isRuled ? t("ruled") : reply}</p>
        </blockquote>
      )}
    </li>
  );
}
